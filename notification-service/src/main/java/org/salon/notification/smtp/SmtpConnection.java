package org.salon.notification.smtp;

import java.time.Duration;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One connection to the mail server over which many messages go, one after the other. For
 * one thread.
 */
public final class SmtpConnection {

	private static final Logger log = LoggerFactory.getLogger(SmtpConnection.class);

	/** A connection that has been idle for longer is asked whether it still lives. */
	private static final long FRESH = Duration.ofSeconds(1).toNanos();

	private final SmtpServer server;

	private final Watchdog watchdog;

	private @Nullable WatchedTransport transport;

	private long lastUsed;

	private int messages;

	SmtpConnection(SmtpServer server, Watchdog watchdog) {
		this.server = server;
		this.watchdog = watchdog;
	}

	/** Whether it stands, as far as can be told without asking. */
	public boolean open() {
		return this.transport != null && System.nanoTime() - this.lastUsed < FRESH
				&& this.messages < this.server.messagesPerConnection();
	}

	/** Makes sure that it stands. */
	public void connect() throws SmtpUnreachable {
		if (open()) {
			return;
		}
		if (this.transport != null && this.messages < this.server.messagesPerConnection()
				&& this.transport.isConnected()) {
			this.lastUsed = System.nanoTime();
			return;
		}
		close();
		WatchedTransport fresh = new WatchedTransport(this.server.session(), this.watchdog, this.server.writeTimeout());
		try (Watchdog.Watch watch = this.watchdog.watch(this.server.connectDeadline())) {
			fresh.connect(this.server.host(), this.server.port(), this.server.username(), this.server.password());
		}
		catch (AuthenticationFailedException ex) {
			throw new SmtpUnreachable("the mail server refuses the login", true, ex);
		}
		catch (MessagingException ex) {
			throw new SmtpUnreachable("the mail server cannot be reached", false, ex);
		}
		this.transport = fresh;
		this.messages = 0;
		this.lastUsed = System.nanoTime();
	}

	/**
	 * Hands over one message.
	 * @param returnPath where it comes back to; its own sender, if null
	 * @param atMost until then it is done, one way or the other
	 */
	public SmtpAnswer send(byte[] mime, @Nullable String returnPath, String recipient, Duration atMost) {
		WatchedTransport current = this.transport;
		if (current == null) {
			return SmtpAnswer.of(SmtpAnswer.Verdict.LOST_BEFORE, "not connected");
		}
		SmtpAnswer answer;
		try (Watchdog.Watch watch = this.watchdog.watch(atMost)) {
			answer = current.handOver(new ReadyMessage(this.server.session(), mime, returnPath),
					new InternetAddress(recipient, true));
		}
		catch (AddressException ex) {
			answer = SmtpAnswer.of(SmtpAnswer.Verdict.REFUSED, "the address or the message cannot be written");
		}
		this.messages++;
		this.lastUsed = System.nanoTime();
		if (current.broken()) {
			close();
		}
		return answer;
	}

	/** Says goodbye, if it can; what was accepted stays accepted. */
	public void close() {
		WatchedTransport current = this.transport;
		this.transport = null;
		if (current == null) {
			return;
		}
		try (Watchdog.Watch watch = this.watchdog.watch(this.server.connectDeadline())) {
			current.close();
		}
		catch (MessagingException ex) {
			log.debug("The mail server did not take leave", ex);
		}
	}

}
