package org.salon.notification.bounce;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import jakarta.mail.MessagingException;
import org.jspecify.annotations.Nullable;
import org.salon.notification.bounce.BounceMetrics.Protocol;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Looks into the mailboxes from time to time, each on a thread of its own: a server that
 * does not answer holds up nothing else.
 */
@Component
class MailboxPoll implements SmartLifecycle {

	private static final Logger log = LoggerFactory.getLogger(MailboxPoll.class);

	private final List<Box> boxes = new ArrayList<>();

	private final BounceProperties properties;

	private final BounceMetrics metrics;

	private @Nullable ScheduledExecutorService threads;

	MailboxPoll(BounceProperties properties, Reception reception, BounceMetrics metrics) {
		this.properties = properties;
		this.metrics = metrics;
		MailboxAccount.imap(properties)
			.ifPresent((account) -> this.boxes
				.add(new Box(new Mailbox(account, new FlaggedMails(), reception), Protocol.IMAP)));
		MailboxAccount.pop3(properties)
			.ifPresent((account) -> this.boxes
				.add(new Box(new Mailbox(account, new RememberedMails(), reception), Protocol.POP3)));
	}

	@Override
	public synchronized void start() {
		if (this.boxes.isEmpty() || this.threads != null) {
			return;
		}
		ScheduledExecutorService started = Executors.newScheduledThreadPool(this.boxes.size(),
				(work) -> Thread.ofPlatform().name("mailbox").unstarted(work));
		for (Box box : this.boxes) {
			started.scheduleWithFixedDelay(box::poll, 0, this.properties.poll().toMillis(), TimeUnit.MILLISECONDS);
		}
		this.threads = started;
	}

	@Override
	public synchronized void stop() {
		if (this.threads != null) {
			this.threads.shutdownNow();
			this.threads = null;
		}
	}

	@Override
	public synchronized boolean isRunning() {
		return this.threads != null;
	}

	/** A mailbox and whether it could be read the last time. */
	private final class Box {

		private final Mailbox mailbox;

		private final Protocol protocol;

		private boolean failed;

		Box(Mailbox mailbox, Protocol protocol) {
			this.mailbox = mailbox;
			this.protocol = protocol;
		}

		private void poll() {
			try {
				while (this.mailbox.read() && isRunning()) {
					log.debug("There are more mails");
				}
				MailboxPoll.this.metrics.polled(this.protocol, true);
				this.failed = false;
			}
			catch (MessagingException | RuntimeException ex) {
				MailboxPoll.this.metrics.polled(this.protocol, false);
				if (!this.failed) {
					log.warn("The mailbox cannot be read by {}; trying again: {}", this.protocol,
							ex.getClass().getSimpleName());
					log.debug("Why it cannot be read", ex);
				}
				this.failed = true;
			}
		}

	}

}
