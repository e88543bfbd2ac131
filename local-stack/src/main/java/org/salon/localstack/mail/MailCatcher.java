package org.salon.localstack.mail;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import jakarta.mail.internet.MimeMessage;
import org.salon.localstack.process.FreePort;

/**
 * A mail server that delivers nothing: it takes any mail for any recipient, keeps it in a
 * file before it answers 250, and shows it on a web page. Mails survive restarts. A mail
 * to several recipients is kept once for each.
 *
 * <p>
 * It listens on 127.0.0.1 only.
 */
public final class MailCatcher implements AutoCloseable {

	private final int smtpPort;

	private final int inboxPort;

	private final MailStore store;

	private final SmtpInlet smtp;

	private final InboxServer inbox;

	/**
	 * Prepares a catcher and reads the mails of earlier runs; {@link #start()} starts it.
	 * @param folder for the mails; made if missing
	 * @param smtpPort to receive on, 0 for any free one
	 * @param inboxPort to show the web page on, 0 for any free one
	 */
	public MailCatcher(Path folder, int smtpPort, int inboxPort) {
		this.smtpPort = FreePort.orAny(smtpPort);
		this.inboxPort = FreePort.orAny(inboxPort);
		this.store = new MailStore(folder);
		this.smtp = new SmtpInlet(this.smtpPort, this.store::add);
		this.inbox = new InboxServer(this.inboxPort, this.store);
	}

	/**
	 * Starts receiving mails and showing them.
	 * @throws IllegalStateException if a port is taken
	 */
	public MailCatcher start() {
		this.inbox.start();
		this.smtp.start();
		return this;
	}

	/** Port for senders, without authentication or TLS. */
	public int smtpPort() {
		return this.smtpPort;
	}

	/** Address of the page that shows the mails. */
	public String inboxUrl() {
		return "http://localhost:" + this.inboxPort;
	}

	/** All mails, oldest first. */
	public List<ReceivedMail> received() {
		return this.store.oldestFirst().map(this::mail).toList();
	}

	/** Mails for this recipient, oldest first. */
	public List<ReceivedMail> received(String to) {
		return this.store.oldestFirst().filter((mail) -> mail.isTo(to)).map(this::mail).toList();
	}

	/**
	 * The first mail for a recipient that meets a condition, among those received already
	 * and those that come while waiting.
	 * @throws AssertionError if none comes in time; the message tells what did come
	 */
	public MimeMessage awaitMessage(String to, MailCondition condition, Duration patience) {
		long deadline = System.nanoTime() + patience.toNanos();
		String seen = "";
		try {
			while (true) {
				List<MailSummary> later = this.store.awaitAfter(seen, to, deadline);
				if (later.isEmpty()) {
					throw new AssertionError("No such mail for " + to + " within " + patience + ". Received last: "
							+ this.store.newestFirst().limit(20).toList());
				}
				for (MailSummary mail : later) {
					MimeMessage message = mail(mail).message();
					if (condition.matches(message)) {
						return message;
					}
					seen = mail.id();
				}
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException("Interrupted while waiting for a mail", ex);
		}
		catch (Exception ex) {
			throw new IllegalStateException("Cannot examine a mail for " + to, ex);
		}
	}

	/** The first mail for a recipient. */
	public MimeMessage awaitMessage(String to, Duration patience) {
		return awaitMessage(to, (mail) -> true, patience);
	}

	/** Throws all mails away. */
	public void clear() {
		this.store.clear();
	}

	@Override
	public void close() {
		this.smtp.stop();
		this.inbox.stop();
	}

	private ReceivedMail mail(MailSummary summary) {
		return new ReceivedMail(summary, this.store.find(summary.id()).orElseThrow());
	}

}
