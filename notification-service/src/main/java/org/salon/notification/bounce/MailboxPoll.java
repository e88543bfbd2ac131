package org.salon.notification.bounce;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import jakarta.mail.MessagingException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Looks into the mailbox for bounces from time to time, on a thread of its own: a server
 * that does not answer holds up nothing else.
 */
@Component
class BouncePoll implements SmartLifecycle {

	private static final Logger log = LoggerFactory.getLogger(BouncePoll.class);

	private final @Nullable BounceMailbox mailbox;

	private final BounceProperties properties;

	private final BounceMetrics metrics;

	private @Nullable ScheduledExecutorService thread;

	private boolean failed;

	BouncePoll(BounceProperties properties, BounceDesk desk, BounceMetrics metrics) {
		this.mailbox = properties.imapUrl().isBlank() ? null
				: new BounceMailbox(new ImapAccount(properties), desk::take);
		this.properties = properties;
		this.metrics = metrics;
	}

	@Override
	public synchronized void start() {
		BounceMailbox box = this.mailbox;
		if (box != null && this.thread == null) {
			this.thread = Executors
				.newSingleThreadScheduledExecutor((work) -> Thread.ofPlatform().name("bounces").unstarted(work));
			this.thread.scheduleWithFixedDelay(() -> poll(box), 0, this.properties.poll().toMillis(),
					TimeUnit.MILLISECONDS);
		}
	}

	@Override
	public synchronized void stop() {
		if (this.thread != null) {
			this.thread.shutdownNow();
			this.thread = null;
		}
	}

	@Override
	public synchronized boolean isRunning() {
		return this.thread != null;
	}

	private void poll(BounceMailbox box) {
		try {
			while (box.read() && isRunning()) {
				log.debug("There are more reports");
			}
			this.metrics.polled(true);
			this.failed = false;
		}
		catch (MessagingException | RuntimeException ex) {
			this.metrics.polled(false);
			if (!this.failed) {
				log.warn("The mailbox for bounces cannot be read; trying again: {}", ex.getClass().getSimpleName());
				log.debug("Why it cannot be read", ex);
			}
			this.failed = true;
		}
	}

}
