package org.salon.notification.smtp;

import java.time.Duration;
import java.util.Properties;

import jakarta.mail.Session;
import org.jspecify.annotations.Nullable;

import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.stereotype.Component;

/** The mail server, as {@code spring.mail.*} names it. Opens connections to it. */
@Component
public class SmtpServer {

	private static final int TIMEOUTS = 3;

	private final JavaMailSenderImpl settings;

	private final SmtpProperties properties;

	private final Watchdog watchdog;

	private final Session session;

	SmtpServer(JavaMailSenderImpl settings, SmtpProperties properties, Watchdog watchdog) {
		this.settings = settings;
		this.properties = properties;
		this.watchdog = watchdog;
		this.session = Session.getInstance(sessionProperties());
	}

	/** A connection that is not open yet. */
	public SmtpConnection connection() {
		return new SmtpConnection(this, this.watchdog);
	}

	Session session() {
		return this.session;
	}

	@Nullable String host() {
		return this.settings.getHost();
	}

	int port() {
		return this.settings.getPort();
	}

	@Nullable String username() {
		return blankToNull(this.settings.getUsername());
	}

	@Nullable String password() {
		return blankToNull(this.settings.getPassword());
	}

	int messagesPerConnection() {
		return this.properties.messagesPerConnection();
	}

	Duration writeTimeout() {
		return this.properties.writeTimeout();
	}

	Duration connectDeadline() {
		return this.properties.connectTimeout().multipliedBy(TIMEOUTS);
	}

	private Properties sessionProperties() {
		Properties all = new Properties();
		all.putAll(this.settings.getJavaMailProperties());
		// Both are without end by default.
		all.setProperty("mail.smtp.connectiontimeout", millis(this.properties.connectTimeout()));
		all.setProperty("mail.smtp.timeout", millis(this.properties.readTimeout()));
		// That of the library starts a thread for each connection and a timer for each
		// write; the watchdog does it for less.
		all.remove("mail.smtp.writetimeout");
		// The transport writes the messages, not the library, which could do it so.
		all.remove("mail.smtp.chunksize");
		// A QUIT that nobody answers must not hold up what comes after.
		all.setProperty("mail.smtp.quitwait", "false");
		all.put("mail.smtp.socketFactory", new PromptSockets());
		all.setProperty("mail.smtp.auth", Boolean.toString(username() != null));
		return all;
	}

	private static @Nullable String blankToNull(@Nullable String text) {
		return (text == null || text.isBlank()) ? null : text;
	}

	private static String millis(Duration duration) {
		return Long.toString(duration.toMillis());
	}

}
