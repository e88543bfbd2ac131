package org.salon.benchmarks.reminders;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SampleMailTests {

	@Test
	void findsTheTextsOfAMail() {
		SampleMail mail = SampleMail.of("""
				Subject: Soon
				Content-Type: multipart/mixed; boundary=o

				--o
				Content-Type: multipart/alternative; boundary=i

				--i
				Content-Type: text/plain; charset=UTF-8

				Words
				--i
				Content-Type: text/html; charset=UTF-8

				<p>Words</p>
				--i
				Content-Type: text/calendar; method=REQUEST; charset=UTF-8
				Content-Transfer-Encoding: base64

				QkVHSU46VkNBTEVOREFS
				--i--
				--o--
				""".replace("\n", "\r\n"));
		assertThat(mail.subject()).isEqualTo("Soon");
		assertThat(mail.text()).isEqualTo("Words");
		assertThat(mail.html()).isEqualTo("<p>Words</p>");
		assertThat(mail.calendar()).isEqualTo("BEGIN:VCALENDAR");
	}

}
