package org.salon.notification.bounce;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.salon.notification.bounce.Report.Meaning;
import org.salon.notification.returnpath.Paths;
import org.salon.notification.returnpath.ReturnPaths;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class ReportParserTests {

	private static final UUID DELIVERY = UUID.fromString("0198f2c4-0000-7000-8000-000000000002");

	@ParameterizedTest
	@CsvSource({ "5.1.1, NO_SUCH_ADDRESS", "5.1.2, NO_SUCH_ADDRESS", "5.1.3, NO_SUCH_ADDRESS",
			"5.1.10, NO_SUCH_ADDRESS", "5.1.0, CAME_BACK", "5.2.1, CAME_BACK", "5.2.2, CAME_BACK", "5.7.1, CAME_BACK",
			"5.1.11, CAME_BACK", "4.4.7, CAME_BACK" })
	void takesOnlyFourCodesForNoSuchAddress(String status, Meaning meaning) throws Exception {
		Report report = parse(SampleReports.bounce(DELIVERY, status, "550 no"));
		assertThat(report.deliveryId()).isEqualTo(DELIVERY);
		assertThat(report.meaning()).isEqualTo(meaning);
	}

	@Test
	void saysWhyInTheServersWordsAndWithoutAddresses() throws Exception {
		Report report = parse(
				SampleReports.bounce(DELIVERY, "5.1.1", "550 5.1.1 <somebody@example.net>: unknown\n  in the table"));
		assertThat(report.reason()).isEqualTo("550 5.1.1 <…>: unknown in the table");
		assertThat(parse(SampleReports.bounce(DELIVERY, "5.2.2", "552 full")).reason()).isEqualTo("5.2.2 552 full");
	}

	@Test
	void takesTheExactCodeFromTheWordsWhereTheReportHasAGeneralOne() throws Exception {
		assertThat(parse(SampleReports.bounce(DELIVERY, "5.0.0", "550 5.1.1 unknown")).meaning())
			.isEqualTo(Meaning.NO_SUCH_ADDRESS);
		assertThat(parse(SampleReports.bounce(DELIVERY, "5.0.0", "550-4.1.1 unknown")).meaning())
			.isEqualTo(Meaning.CAME_BACK);
	}

	@Test
	void makesNothingOfAMailThatIsOnlyLate() throws Exception {
		assertThat(parse(SampleReports.delayed(DELIVERY)).meaning()).isEqualTo(Meaning.NOTHING);
	}

	@Test
	void findsTheMailInAWholeCopyToo() throws Exception {
		Report report = parse(SampleReports.bytes(SampleReports.notification("failed", "5.1.1", "550 no", """
				Content-Type: message/rfc822

				Received: from here by there;
				\tSun, 7 Jun 2026 10:00:00 +0000
				Message-Id:
				 %s

				Message-ID: <another@example.org>
				""".formatted(SampleReports.messageId(DELIVERY)))));
		assertThat(report.deliveryId()).isEqualTo(DELIVERY);
	}

	@Test
	void findsTheMailByTheAddressThatTheReportCameTo() throws Exception {
		String report = SampleReports.notification("failed", "5.1.1", "550 no", "Content-Type: text/plain\n\nnothing");
		assertThat(parse(SampleReports
			.bytes(report.replace("To: salon@example.org", "To: <bounces+" + DELIVERY + "@example.org>"))).deliveryId())
			.isEqualTo(DELIVERY);
		assertThat(parse(SampleReports.bytes(report)).deliveryId()).isNull();
	}

	@Test
	void findsTheMailByAReturnPathOfOursThoughTheReportQuotesNothing() throws Exception {
		ReturnPaths paths = Paths.of("bounces@example.org");
		String report = SampleReports.notification("failed", "5.1.1", "550 no", "Content-Type: text/plain\n\nnothing");
		for (String header : List.of("X-Original-To", "Delivered-To", "Envelope-to", "To")) {
			String mail = report.replace("To: salon@example.org", header + ": <" + paths.of(DELIVERY) + ">");
			assertThat(ReportParser.parse(SampleReports.bytes(mail), paths).deliveryId()).isEqualTo(DELIVERY);
		}
	}

	@Test
	void believesTheReturnPathMoreThanTheCopy() throws Exception {
		ReturnPaths paths = Paths.of("bounces@example.org");
		String mail = new String(SampleReports.bounce(UUID.randomUUID(), "5.1.1", "550 no"), StandardCharsets.UTF_8)
			.replace("To: salon@example.org", "To: " + paths.of(DELIVERY));
		assertThat(ReportParser.parse(mail.getBytes(StandardCharsets.UTF_8), paths).deliveryId()).isEqualTo(DELIVERY);
	}

	@Test
	void believesNoReturnPathThatIsNotSealedWhereOursAre() throws Exception {
		ReturnPaths paths = Paths.of("bounces@example.org");
		String report = SampleReports.notification("failed", "5.1.1", "550 no", "Content-Type: text/plain\n\nnothing");
		for (String forged : List.of("bounces+" + DELIVERY + "@example.org",
				paths.of(DELIVERY).replaceFirst("\\+.", "+v"), "bounces+@example.org")) {
			String mail = report.replace("To: salon@example.org", "To: " + forged);
			assertThat(ReportParser.parse(SampleReports.bytes(mail), paths).deliveryId()).isNull();
		}
	}

	@Test
	void readsAReportThatIsWrappedForTheWay() throws Exception {
		String status = "Reporting-MTA: dns; mx\r\n\r\nAction: failed\r\nStatus: 5.1.1\r\n";
		String wrapped = """
				MIME-Version: 1.0
				Content-Type: multipart/report; boundary=b

				--b
				Content-Type: message/delivery-status
				Content-Transfer-Encoding: base64

				%s
				--b
				Content-Type: text/rfc822-headers

				Message-ID: %s
				--b--
				""".formatted(Base64.getEncoder().encodeToString(status.getBytes(StandardCharsets.UTF_8)),
				SampleReports.messageId(DELIVERY));
		Report report = parse(SampleReports.bytes(wrapped));
		assertThat(report.meaning()).isEqualTo(Meaning.NO_SUCH_ADDRESS);
		assertThat(report.deliveryId()).isEqualTo(DELIVERY);
	}

	@ParameterizedTest
	@CsvSource({ "abuse, COMPLAINT", "ABUSE, COMPLAINT", "fraud, COMPLAINT", "not-spam, NOTHING",
			"auth-failure, NOTHING" })
	void takesOnlyAComplaintForAComplaint(String type, Meaning meaning) throws Exception {
		Report report = parse(SampleReports.bytes(SampleReports.feedback(DELIVERY, type)));
		assertThat(report.meaning()).isEqualTo(meaning);
		assertThat(report.deliveryId()).isEqualTo(DELIVERY);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "nonsense", "\0\0\0", "Content-Type: multipart/report; boundary=x\n\n--x\n--x--\n",
			"Content-Type: multipart/report\n\nno boundary", "Content-Type: ;;;\n\nx",
			"Content-Type: multipart/mixed; boundary=x\n\n--x\nContent-Type: message/delivery-status\n\n\n\n--x--\n" })
	void refusesWhatIsNoReport(String mail) {
		assertThatExceptionOfType(UnreadableReport.class).isThrownBy(() -> parse(SampleReports.bytes(mail)));
	}

	@ParameterizedTest
	@MethodSource
	void refusesWhatIsMadeToBeCostly(String mail) {
		assertThatExceptionOfType(UnreadableReport.class).isThrownBy(() -> parse(SampleReports.bytes(mail)));
	}

	static Stream<String> refusesWhatIsMadeToBeCostly() {
		StringBuilder deep = new StringBuilder();
		for (int i = 0; i < 1000; i++) {
			deep.append("Content-Type: multipart/mixed; boundary=b").append(i).append("\n\n--b").append(i).append('\n');
		}
		String wide = "Content-Type: multipart/mixed; boundary=b\n\n" + "--b\n\nx\n".repeat(10_000) + "--b--\n";
		return Stream.of(deep.toString(), wide);
	}

	@Test
	void refusesAPersonsMail() {
		assertThatExceptionOfType(UnreadableReport.class).isThrownBy(() -> parse(SampleReports.vacation()));
	}

	private static Report parse(byte[] message) throws UnreadableReport {
		return ReportParser.parse(message, Paths.none());
	}

}
