package org.salon.notification.smtp;

import org.springframework.mail.javamail.JavaMailSenderImpl;

/** Mail servers other than the one that the service is configured with. */
public final class SmtpServers {

	private SmtpServers() {
	}

	public static SmtpServer of(JavaMailSenderImpl settings, SmtpProperties properties) {
		return new SmtpServer(settings, properties, new Watchdog());
	}

}
