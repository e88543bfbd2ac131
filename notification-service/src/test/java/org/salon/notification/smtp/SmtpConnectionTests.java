package org.salon.notification.smtp;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.salon.notification.smtp.SmtpAnswer.Verdict;
import org.salon.outbound.Certificate;

import org.springframework.mail.javamail.JavaMailSenderImpl;

import static org.assertj.core.api.Assertions.assertThat;

/** What is said on the wire, and what the answers mean. */
@Timeout(60)
class SmtpConnectionTests {

	private static final Duration LONG = Duration.ofSeconds(5);

	private static final String MAIL = "From: Salon <salon@example.org>\r\nSubject: one\r\n\r\nText\r\n";

	private static final String SENDER = "MAIL FROM:<back@example.org>";

	private static final String RECIPIENT = "RCPT TO:<reader@example.org>";

	private final DictatedSmtp together = new DictatedSmtp("PIPELINING", "8BITMIME");

	private final DictatedSmtp alone = new DictatedSmtp("8BITMIME");

	@AfterEach
	void stop() throws IOException {
		this.together.close();
		this.alone.close();
	}

	@Test
	void saysTheWholeEnvelopeAtOnceWhereTheServerOffersIt() throws Exception {
		SmtpConnection connection = connection(this.together);
		assertThat(send(connection).verdict()).isEqualTo(Verdict.ACCEPTED);
		assertThat(send(connection).verdict()).isEqualTo(Verdict.ACCEPTED);
		assertThat(this.together.heard()).containsExactly(SENDER, RECIPIENT, "DATA", SENDER, RECIPIENT, "DATA");
		assertThat(this.together.messages()).containsExactly(MAIL + ".\r\n", MAIL + ".\r\n");
	}

	@Test
	void waitsForEachAnswerWhereTheServerOffersNothing() throws Exception {
		SmtpConnection connection = connection(this.alone);
		assertThat(send(connection).verdict()).isEqualTo(Verdict.ACCEPTED);
		assertThat(this.alone.heard()).containsExactly(SENDER, RECIPIENT, "DATA");
		assertThat(this.alone.early()).isEmpty();
		assertThat(this.alone.messages()).containsExactly(MAIL + ".\r\n");
	}

	@Test
	void goesByWhatIsOfferedOnceTheConnectionIsSecure(@TempDir Path folder) throws Exception {
		try (TlsDoor door = new TlsDoor(Certificate.selfSigned(folder), TlsDoor.Opening.STARTTLS,
				this.together.port())) {
			JavaMailSenderImpl settings = settings(door.port());
			settings.getJavaMailProperties().setProperty("mail.smtp.starttls.enable", "true");
			settings.getJavaMailProperties().setProperty("mail.smtp.ssl.trust", "localhost");
			SmtpConnection connection = connection(settings);
			assertThat(send(connection).verdict()).isEqualTo(Verdict.ACCEPTED);
			assertThat(door.heardInClear()).hasSize(2).last().isEqualTo("STARTTLS");
			assertThat(this.together.heard()).containsExactly(SENDER, RECIPIENT, "DATA");
		}
	}

	@ParameterizedTest
	@CsvSource({ "MAIL, 451 4.3.0 later, REFUSED_FOR_NOW", "MAIL, 550 5.7.1 no, REFUSED",
			"MAIL, 530 5.7.0 log in, CLOSED", "MAIL, 421 4.3.2 closing, CLOSED",
			"RCPT, 450 4.2.1 busy, REFUSED_FOR_NOW", "RCPT, 550 5.1.1 unknown, NO_SUCH_ADDRESS",
			"RCPT, 550 5.7.1 listed, REFUSED", "RCPT, 421 4.3.2 bye, CLOSED", "DATA, 451 4.3.0 later, REFUSED_FOR_NOW",
			"DATA, 554 5.5.1 no, REFUSED", "DATA, 421 4.3.2 bye, CLOSED", "., 452 4.3.1 full, REFUSED_FOR_NOW",
			"., 554 5.6.0 spam, REFUSED", "., 421 4.3.2 bye, CLOSED", "MAIL, '', LOST_BEFORE", "RCPT, '', LOST_BEFORE",
			"DATA, '', LOST_BEFORE", "., '', UNKNOWN" })
	void judgesEachAnswerTheSameWhetherItComesAloneOrWithOthers(String command, String answer, Verdict verdict)
			throws Exception {
		for (DictatedSmtp server : new DictatedSmtp[] { this.alone, this.together }) {
			server.answer(command, answer);
			SmtpConnection connection = connection(server);
			SmtpAnswer said = send(connection);
			assertThat(said.verdict()).isEqualTo(verdict);
			assertThat(said.text()).startsWith(answer.isEmpty() ? "the connection broke" : answer);
			boolean stays = switch (verdict) {
				case REFUSED_FOR_NOW, REFUSED, NO_SUCH_ADDRESS -> true;
				default -> false;
			};
			assertThat(connection.open()).isEqualTo(stays);
			connection.connect();
			assertThat(send(connection).verdict()).isEqualTo(Verdict.ACCEPTED);
			assertThat(server.messages()).last().isEqualTo(MAIL + ".\r\n");
		}
	}

	@Test
	void endsWithNothingWhereTheServerWaitsForAMessageThatItHasRefused() throws Exception {
		this.together.answer("RCPT", "550 5.1.1 unknown");
		this.together.answer("DATA", "354 go on");
		this.together.answer(".", "554 5.5.1 no valid recipients");
		SmtpConnection connection = connection(this.together);
		assertThat(send(connection).verdict()).isEqualTo(Verdict.NO_SUCH_ADDRESS);
		assertThat(send(connection).verdict()).isEqualTo(Verdict.ACCEPTED);
		assertThat(this.together.messages()).containsExactly(".\r\n", MAIL + ".\r\n");
		assertThat(this.together.heard()).containsExactly(SENDER, RECIPIENT, "DATA", "RSET", SENDER, RECIPIENT, "DATA");
	}

	@Test
	void staysRefusedThoughTheServerTakesTheNothingThatEndsIt() throws Exception {
		this.together.answer("RCPT", "451 4.7.1 later");
		this.together.answer("DATA", "354 go on");
		SmtpConnection connection = connection(this.together);
		assertThat(send(connection).verdict()).isEqualTo(Verdict.REFUSED_FOR_NOW);
		assertThat(this.together.messages()).containsExactly(".\r\n");
	}

	@ParameterizedTest
	@ValueSource(strings = { "503 5.5.1 no valid recipients", "554 5.5.1 no" })
	void isRefusedForTheFirstReasonWhereDataIsRefusedWithTheRecipient(String data) throws Exception {
		this.together.answer("RCPT", "550 5.1.1 unknown");
		this.together.answer("DATA", data);
		SmtpConnection connection = connection(this.together);
		SmtpAnswer answer = send(connection);
		assertThat(answer.verdict()).isEqualTo(Verdict.NO_SUCH_ADDRESS);
		assertThat(answer.text()).startsWith("550");
		assertThat(send(connection).verdict()).isEqualTo(Verdict.ACCEPTED);
		assertThat(this.together.messages()).containsExactly(MAIL + ".\r\n");
		assertThat(this.together.heard()).containsSequence("DATA", "RSET", SENDER);
	}

	@Test
	void takesNoLaterAnswerForThatToTheMessage() throws Exception {
		this.together.answer(".", "354 go on");
		SmtpConnection connection = connection(this.together);
		assertThat(send(connection).verdict()).isEqualTo(Verdict.UNKNOWN);
		assertThat(connection.open()).isFalse();
	}

	@Test
	void sendsNobodyAnEmptyMessage() throws Exception {
		this.together.answer("MAIL", "451 4.3.0 later");
		this.together.answer("RCPT", "250 2.1.5 fine");
		this.together.answer("DATA", "354 go on");
		SmtpConnection connection = connection(this.together);
		assertThat(send(connection).verdict()).isEqualTo(Verdict.REFUSED_FOR_NOW);
		assertThat(connection.open()).isFalse();
		connection.connect();
		assertThat(send(connection).verdict()).isEqualTo(Verdict.ACCEPTED);
		assertThat(this.together.messages()).doesNotContain(".\r\n");
	}

	@Test
	void saysOfTheEnvelopeWhatTheSettingsAsk() throws Exception {
		try (DictatedSmtp server = new DictatedSmtp("PIPELINING", "DSN", "SMTPUTF8", "SIZE 1000000")) {
			JavaMailSenderImpl settings = settings(server.port());
			settings.getJavaMailProperties().setProperty("mail.smtp.dsn.ret", "HDRS");
			settings.getJavaMailProperties().setProperty("mail.smtp.dsn.notify", "NEVER");
			settings.getJavaMailProperties().setProperty("mail.smtp.mailextension", "BODY=8BITMIME");
			settings.getJavaMailProperties().setProperty("mail.mime.allowutf8", "true");
			SmtpConnection connection = connection(settings);
			connection.send(bytes(MAIL), null, "李@example.org", LONG);
			String recipient = new String("李".getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
			assertThat(server.heard()).containsExactly("MAIL FROM:<salon@example.org> SMTPUTF8 RET=HDRS BODY=8BITMIME",
					"RCPT TO:<" + recipient + "@example.org> NOTIFY=NEVER", "DATA");
		}
	}

	@Test
	void comesBackToItsOwnSenderWhereNoOtherIsNamed() throws Exception {
		SmtpConnection connection = connection(this.together);
		connection.send(bytes(MAIL), null, "reader@example.org", LONG);
		assertThat(this.together.heard()).first().isEqualTo("MAIL FROM:<salon@example.org>");
	}

	@ParameterizedTest
	@ValueSource(strings = { "reader@example.org\r\nRCPT TO:<other@example.org>", "two words@example.org", "", "@",
			"reader@example.org other@example.org" })
	void sendsNothingToWhatIsNoAddress(String recipient) throws Exception {
		SmtpConnection connection = connection(this.together);
		SmtpAnswer answer = connection.send(bytes(MAIL), "back@example.org", recipient, LONG);
		assertThat(answer.verdict()).isEqualTo(Verdict.REFUSED);
		assertThat(answer.text()).isEqualTo("the address or the message cannot be written");
		assertThat(send(connection).verdict()).isEqualTo(Verdict.ACCEPTED);
		assertThat(this.together.heard()).containsExactly(SENDER, RECIPIENT, "DATA");
	}

	@Test
	void sendsNothingWhereTheSenderIsMoreThanAnAddress() throws Exception {
		SmtpConnection connection = connection(this.together);
		SmtpAnswer answer = connection.send(bytes(MAIL), "back@example.org>\r\nRCPT TO:<other@example.org",
				"reader@example.org", LONG);
		assertThat(answer.verdict()).isEqualTo(Verdict.LOST_BEFORE);
		connection.connect();
		assertThat(send(connection).verdict()).isEqualTo(Verdict.ACCEPTED);
		assertThat(this.together.heard()).endsWith(SENDER, RECIPIENT, "DATA").filteredOn(RECIPIENT::equals).hasSize(1);
	}

	@Test
	void messageOfManyWritesArrivesWhole() throws Exception {
		String mail = MAIL + ("x".repeat(70) + "\r\n.\r\n").repeat(5000);
		SmtpConnection connection = connection(this.together);
		assertThat(connection.send(bytes(mail), "back@example.org", "reader@example.org", LONG).verdict())
			.isEqualTo(Verdict.ACCEPTED);
		assertThat(this.together.messages().getFirst()).hasSize(mail.length() + 5000 + 3)
			.isEqualTo(mail.replace("\r\n.\r\n", "\r\n..\r\n") + ".\r\n");
	}

	private static SmtpAnswer send(SmtpConnection connection) {
		return connection.send(bytes(MAIL), "back@example.org", "reader@example.org", LONG);
	}

	private static SmtpConnection connection(DictatedSmtp server) throws SmtpUnreachable {
		return connection(settings(server.port()));
	}

	private static SmtpConnection connection(JavaMailSenderImpl settings) throws SmtpUnreachable {
		SmtpConnection connection = SmtpServers
			.of(settings, new SmtpProperties(LONG, LONG, LONG, LONG, LONG, Integer.MAX_VALUE))
			.connection();
		connection.connect();
		return connection;
	}

	private static JavaMailSenderImpl settings(int port) {
		JavaMailSenderImpl settings = new JavaMailSenderImpl();
		settings.setHost("localhost");
		settings.setPort(port);
		return settings;
	}

	private static byte[] bytes(String text) {
		return text.getBytes(StandardCharsets.ISO_8859_1);
	}

}
