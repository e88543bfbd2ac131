package org.salon.notification.template;

import java.time.Duration;

import org.salon.notification.returnpath.ReturnPaths;
import org.salon.notification.smtp.SmtpAnswer;
import org.salon.notification.smtp.SmtpConnection;
import org.salon.notification.smtp.SmtpServer;
import org.salon.notification.smtp.SmtpUnreachable;

import org.springframework.stereotype.Component;

/**
 * Hands one mail to the mail server at once, past the ledger: it is about no delivery,
 * and is tried once.
 */
@Component
public class TestMail {

	private static final Duration PATIENCE = Duration.ofSeconds(30);

	private final SmtpServer server;

	private final ReturnPaths returnPaths;

	TestMail(SmtpServer server, ReturnPaths returnPaths) {
		this.server = server;
		this.returnPaths = returnPaths;
	}

	/** What the mail server said of it. */
	public SmtpAnswer send(byte[] mime, String address) throws SmtpUnreachable {
		SmtpConnection connection = this.server.connection();
		try {
			connection.connect();
			return connection.send(mime, this.returnPaths.common(), address, PATIENCE);
		}
		finally {
			connection.close();
		}
	}

}
