package org.salon.notification.desk;

import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class MailPartsTests {

	@Test
	void readsEachPartOfAMailWithACalendarEntry() {
		String mime = """
				Subject: =?UTF-8?B?5rKZ6b6Z?=
				MIME-Version: 1.0
				Content-Type: multipart/mixed; boundary="a"

				--a
				Content-Type: multipart/alternative; boundary="b"

				--b
				Content-Type: text/plain; charset=UTF-8
				Content-Transfer-Encoding: base64

				5L2g5aW9
				--b
				Content-Type: text/html; charset=UTF-8

				<p>Hello</p>
				--b
				Content-Type: text/calendar; method=REQUEST; charset=UTF-8

				BEGIN:VCALENDAR
				--b--
				--a
				Content-Type: application/ics; name=salon.ics

				BEGIN:VCALENDAR
				--a--
				""".replace("\n", "\r\n");
		MailParts parts = MailParts.of(mime.getBytes(StandardCharsets.UTF_8));
		assertThat(parts.subject()).isEqualTo("沙龙");
		assertThat(parts.text()).isEqualTo("你好");
		assertThat(parts.html()).isEqualTo("<p>Hello</p>");
		assertThat(parts.calendar()).isEqualTo("BEGIN:VCALENDAR");
		assertThat(parts.source()).isEqualTo(mime);
	}

	@Test
	void showsTheSourceOfWhatIsNoMail() {
		MailParts parts = MailParts
			.of("Content-Type: multipart/mixed; boundary=\"a\"\r\n\r\n--a".getBytes(StandardCharsets.UTF_8));
		assertThat(parts.html()).isNull();
		assertThat(parts.source()).contains("--a");
	}

}
