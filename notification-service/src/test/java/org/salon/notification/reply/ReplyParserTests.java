package org.salon.notification.reply;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Random;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

/**
 * What a calendar answers is found in its mail, and nothing that is no answer is taken
 * for one.
 */
class ReplyParserTests {

	private static final String UID = "salon-44-4b0f6f0a-6a0e-4a55-9d27-0c8f5a4f2f11@example.org";

	private static final String PERSON = "li.lei@example.org";

	private static final Instant AT = Instant.parse("2026-06-03T09:20:00Z");

	private static final CalendarReply DECLINED = new CalendarReply(PERSON, UID, PERSON, "DECLINED", 1, AT);

	private static final String CALENDAR = SampleReplies.calendar(UID, PERSON, "DECLINED", 1, AT);

	@Test
	void readsWhatACalendarAnswers() throws Exception {
		assertThat(ReplyParser.parse(SampleReplies.declined(UID, PERSON, 1, AT))).contains(DECLINED);
	}

	@Test
	void readsAnAnswerThatIsAllThereIsInTheMail() throws Exception {
		String mail = "From: " + PERSON + "\nMIME-Version: 1.0\nContent-Type: text/calendar; method=REPLY\n\n"
				+ CALENDAR;
		assertThat(ReplyParser.parse(SampleReplies.bytes(mail))).contains(DECLINED);
	}

	@Test
	void readsAnAnswerThatIsEncodedFoldedAndInCapitals() throws Exception {
		String folded = CALENDAR.replace("UID:", "UID:\n ")
			.replace("PARTSTAT=DECLINED", "PARTSTAT=\"Declined\"")
			.replace(":mailto:li", ":MAILTO:li")
			.replace("METHOD:REPLY", "METHOD:Reply")
			.replace("\n", "\r\n");
		String encoded = Base64.getMimeEncoder().encodeToString(folded.getBytes(StandardCharsets.UTF_8));
		String mail = "From: " + PERSON + "\nMIME-Version: 1.0\nContent-Type: Text/Calendar; Method=\"reply\"\n"
				+ "Content-Transfer-Encoding: BASE64\n\n" + encoded;
		assertThat(ReplyParser.parse(SampleReplies.bytes(mail))).contains(DECLINED);
	}

	@Test
	void takesASequenceThatIsLeftOutForZero() throws Exception {
		CalendarReply reply = ReplyParser.parse(SampleReplies.mail(PERSON, CALENDAR.replace("SEQUENCE:1\n", "")))
			.orElseThrow();
		assertThat(reply.sequence()).isZero();
	}

	@Test
	void decodesAnAddressAsOurInvitationsEncodeIt() throws Exception {
		CalendarReply reply = ReplyParser
			.parse(SampleReplies.mail(PERSON, CALENDAR.replace("mailto:" + PERSON, "mailto:a%25b+c@example.org")))
			.orElseThrow();
		assertThat(reply.attendee()).isEqualTo("a%b+c@example.org");
	}

	@ParameterizedTest
	@CsvSource({ "UTF-8, GBK", "GBK, UTF-8", "UTF-16, UTF-16", "no-such-charset, UTF-8", "'', UTF-8",
			"us-ascii, GB18030" })
	void readsWhatCountsWhateverTheCharset(String named, Charset written) throws Exception {
		byte[] calendar = CALENDAR.replace("\n", "\r\n").getBytes(written);
		String mail = "From: " + PERSON + "\nMIME-Version: 1.0\nContent-Type: text/calendar; method=REPLY; charset=\""
				+ named + "\"\nContent-Transfer-Encoding: base64\n\n"
				+ Base64.getMimeEncoder().encodeToString(calendar);
		assertThat(ReplyParser.parse(SampleReplies.bytes(mail))).contains(DECLINED);
	}

	@ParameterizedTest
	@ValueSource(strings = { "text/calendar; method=REQUEST", "text/calendar; method=COUNTER", "text/plain",
			"application/ics", "message/rfc822" })
	void takesNoOtherPartForAnAnswer(String type) throws Exception {
		assertThat(ReplyParser.parse(SampleReplies.mail(PERSON, type, CALENDAR))).isEmpty();
	}

	@Test
	void takesNoOtherMethodForAnAnswer() throws Exception {
		String request = CALENDAR.replace("METHOD:REPLY", "METHOD:REQUEST");
		assertThat(ReplyParser.parse(SampleReplies.mail(PERSON, "text/calendar", request))).isEmpty();
		assertThat(ReplyParser.parse(SampleReplies.mail(PERSON, "text/calendar", CALENDAR))).contains(DECLINED);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "\0\0\0", "Content-Type: multipart/alternative\n\nno boundary",
			"Content-Type: ;;;\n\nx", "From: a@b\n\nI am away." })
	void findsNoAnswerInOtherMails(String mail) throws Exception {
		assertThat(ReplyParser.parse(SampleReplies.bytes(mail))).isEmpty();
	}

	@ParameterizedTest
	@MethodSource
	void refusesABrokenAnswer(String calendar) {
		assertRefused(SampleReplies.mail(PERSON, calendar));
	}

	static Stream<String> refusesABrokenAnswer() {
		String event = CALENDAR.substring(CALENDAR.indexOf("BEGIN:VEVENT"), CALENDAR.indexOf("END:VCALENDAR"));
		String deep = "BEGIN:VALARM\n".repeat(1000) + "END:VALARM\n".repeat(1000);
		return Stream.of("", "nonsense", "BEGIN:VCALENDAR", CALENDAR.substring(0, CALENDAR.indexOf("END:VEVENT")),
				CALENDAR.replace("UID:", "X-UID:"), CALENDAR.replace("DTSTAMP:", "X-STAMP:"),
				CALENDAR.replace("DTSTAMP:2026", "DTSTAMP:26"),
				CALENDAR.replace("DTSTAMP:20260603", "DTSTAMP:20261399"), CALENDAR.replace("0Z\nORG", "0\nORG"),
				CALENDAR.replace("ATTENDEE", "X-ATTENDEE"),
				CALENDAR.replace("mailto:" + PERSON, "https://example.org/principals/44"),
				CALENDAR.replace("mailto:" + PERSON, "mailto:a b"), CALENDAR.replace("SEQUENCE:1", "SEQUENCE:-1"),
				CALENDAR.replace("SEQUENCE:1", "SEQUENCE:99999999999"), CALENDAR.replace("SEQUENCE:1", "SEQUENCE:x"),
				CALENDAR.replace("SEQUENCE:1", "SEQUENCE:1\nSEQUENCE:2"), CALENDAR.replace(event, event + event),
				CALENDAR.replace(event, event + event.replace("salon-44", "salon-45")), CALENDAR + CALENDAR,
				CALENDAR.replace(event, ""),
				CALENDAR.replace("SUMMARY", "ATTENDEE;PARTSTAT=ACCEPTED:mailto:x@example.org\nSUMMARY"),
				CALENDAR.replace("END:VEVENT", deep + "END:VEVENT"),
				CALENDAR.replace("END:VEVENT", "BEGIN:VALARM\n".repeat(3000)),
				CALENDAR.replace("DESCRIPTION:", "DESCRIPTION:" + "x".repeat(70_000)));
	}

	@Test
	void refusesAnAnswerThatIsNotFromOneSender() {
		byte[] none = new String(SampleReplies.mail(PERSON, CALENDAR), StandardCharsets.UTF_8)
			.replaceFirst("From:", "X:")
			.getBytes(StandardCharsets.UTF_8);
		assertRefused(none);
		assertRefused(SampleReplies.mail(PERSON + ">, <other@example.org", CALENDAR));
		assertRefused(SampleReplies.mail("@@>, <<", CALENDAR));
	}

	@Test
	void takesNothingOfAnAlarmOrAZoneForTheAnswer() throws Exception {
		String alarm = "BEGIN:VALARM\nUID:other\nATTENDEE;PARTSTAT=ACCEPTED:mailto:x@example.org\nEND:VALARM\n";
		String zone = "BEGIN:VTIMEZONE\nTZID:X\nTZURL:http://127.0.0.1:1/x\nBEGIN:STANDARD\nDTSTART:x\nEND:STANDARD\nEND:VTIMEZONE\n";
		String calendar = CALENDAR.replace("END:VEVENT", alarm + "END:VEVENT")
			.replace("BEGIN:VEVENT", zone + "BEGIN:VEVENT");
		assertThat(ReplyParser.parse(SampleReplies.mail(PERSON, calendar))).contains(DECLINED);
	}

	@Test
	void comesToAnEndWhateverIsSent() {
		Random random = new Random(44);
		assertTimeoutPreemptively(Duration.ofSeconds(60), () -> {
			for (int i = 0; i < 5000; i++) {
				StringBuilder calendar = new StringBuilder(CALENDAR);
				for (int change = random.nextInt(1, 6); change > 0; change--) {
					int at = random.nextInt(calendar.length());
					switch (random.nextInt(3)) {
						case 0 -> calendar.setCharAt(at, "\n:;=\",\\ \0X\t".charAt(random.nextInt(11)));
						case 1 -> calendar.delete(at, Math.min(calendar.length(), at + random.nextInt(40)));
						default -> calendar.insert(at, calendar.substring(0, random.nextInt(60)));
					}
				}
				try {
					ReplyParser.parse(SampleReplies.mail(PERSON, calendar.toString()));
				}
				catch (UnreadableReply ex) {
					assertThat(ex).hasMessageNotContaining(PERSON);
				}
			}
		});
	}

	private static void assertRefused(byte[] mail) {
		assertThatExceptionOfType(UnreadableReply.class).isThrownBy(() -> ReplyParser.parse(mail));
	}

}
