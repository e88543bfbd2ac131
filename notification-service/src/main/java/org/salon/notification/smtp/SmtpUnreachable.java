package org.salon.notification.smtp;

/** The mail server takes no connection, or not ours. No message was touched. */
public class SmtpUnreachable extends Exception {

	private final boolean login;

	SmtpUnreachable(String message, boolean login, Throwable cause) {
		super(message, cause);
		this.login = login;
	}

	/** Whether it was our login that it refused. */
	public boolean login() {
		return this.login;
	}

}
