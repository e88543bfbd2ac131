package org.salon.localstack.mail;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Properties;

import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class MailContentTests {

	private static MailContent parse(String source) throws Exception {
		return MailContent.of(new MimeMessage(Session.getInstance(new Properties()),
				new ByteArrayInputStream(source.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8))));
	}

	@Test
	void separatesVersionsOfBodyFromFiles() throws Exception {
		MailContent content = parse("""
				Content-Type: multipart/mixed; boundary=m

				--m
				Content-Type: multipart/alternative; boundary=a

				--a
				Content-Type: text/plain; charset=utf-8

				你好
				--a
				Content-Type: text/html; charset=gb2312
				Content-Transfer-Encoding: base64

				PGI+xOO6wzwvYj4=
				--a
				Content-Type: text/calendar; method=REQUEST; charset=utf-8

				BEGIN:VCALENDAR
				--a--
				--m
				Content-Type: text/calendar; name=invite.ics
				Content-Disposition: attachment; filename="=?utf-8?B?6YKA6K+3Lmljcw==?="

				BEGIN:VCALENDAR
				--m--
				""");
		assertThat(content.text()).hasValueSatisfying((text) -> assertThat(text.strip()).isEqualTo("你好"));
		assertThat(content.html()).contains("<b>你好</b>");
		assertThat(content.calendar()).hasValueSatisfying((text) -> assertThat(text).startsWith("BEGIN:VCALENDAR"));
		assertThat(content.attachments()).singleElement()
			.satisfies((file) -> assertThat(file.name()).isEqualTo("邀请.ics"));
	}

	@Test
	void readsUnknownCharsetAsUtf8() throws Exception {
		assertThat(parse("Content-Type: text/plain; charset=x-unheard-of\n\n你好").text()).contains("你好");
	}

}
