package org.salon.notification.sender;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.salon.notification.ledger.Draft;
import org.salon.notification.ledger.Lease;
import org.salon.notification.ledger.SendLedger;
import org.salon.notification.ledger.SendingSwitch;
import org.salon.notification.ledger.Settlement;
import org.salon.notification.metrics.NotificationMetrics;
import org.salon.notification.plan.DeliveryKind;
import org.salon.notification.returnpath.ReturnPaths;
import org.salon.notification.sender.Drafting.Prepared;
import org.salon.notification.sender.Mailbag.Item;
import org.salon.notification.smtp.SmtpAnswer;
import org.salon.notification.smtp.SmtpConnection;
import org.salon.notification.smtp.SmtpProperties;
import org.salon.notification.smtp.SmtpUnreachable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Carries messages over one connection, one after the other. */
final class Courier {

	private static final Logger log = LoggerFactory.getLogger(Courier.class);

	/** How soon an idle courier sees that it is to stop. */
	private static final Duration WATCHFUL = Duration.ofMillis(250);

	private final SendLedger ledger;

	private final SendingSwitch sending;

	private final Drafting drafting;

	private final Assessment assessment;

	private final SmtpPause pause;

	private final SmtpConnection connection;

	private final ReturnPaths returnPaths;

	private final SmtpProperties smtp;

	private final MailTraces traces;

	private final NotificationMetrics metrics;

	private final Clock clock;

	/** What came of the last message; recorded together with the start of the next. */
	private volatile @Nullable Settlement outcome;

	private volatile @Nullable Item current;

	Courier(SendLedger ledger, SendingSwitch sending, Drafting drafting, Assessment assessment, SmtpPause pause,
			SmtpConnection connection, ReturnPaths returnPaths, SmtpProperties smtp, MailTraces traces,
			NotificationMetrics metrics, Clock clock) {
		this.ledger = ledger;
		this.sending = sending;
		this.drafting = drafting;
		this.assessment = assessment;
		this.pause = pause;
		this.connection = connection;
		this.returnPaths = returnPaths;
		this.smtp = smtp;
		this.traces = traces;
		this.metrics = metrics;
		this.clock = clock;
	}

	/** Works until there is nothing left and it is told to stop. */
	void run(BlockingQueue<Item> queue, Runnable done, BooleanSupplier running) {
		while (running.getAsBoolean() || !queue.isEmpty() || this.outcome != null) {
			Item item = next(queue, running);
			if (item == null) {
				continue;
			}
			this.current = item;
			try (MailTraces.Scope ignored = this.traces.follow(item.lease())) {
				carry(item, running.getAsBoolean());
			}
			catch (RuntimeException ex) {
				// The lease runs out, and the row goes to whoever is well.
				log.warn("Delivery {} was left where it was", item.lease().deliveryId(), ex);
			}
			finally {
				this.current = null;
				done.run();
			}
		}
		this.connection.close();
	}

	/**
	 * What it has in hand: its message, and the last one until what came of it is
	 * recorded. What was left where it was is not.
	 */
	Stream<UUID> inHand() {
		Item item = this.current;
		Settlement last = this.outcome;
		return Stream
			.concat((item != null) ? Stream.of(item.lease()) : Stream.empty(),
					(last != null) ? Stream.of(last.lease()) : Stream.empty())
			.map(Lease::deliveryId);
	}

	private @Nullable Item next(BlockingQueue<Item> queue, BooleanSupplier running) {
		Item item = queue.poll();
		if (item != null) {
			return item;
		}
		record();
		try {
			long idleUntil = System.nanoTime() + this.smtp.idle().toNanos();
			while (item == null && running.getAsBoolean() && System.nanoTime() < idleUntil) {
				item = queue.poll(WATCHFUL.toMillis(), TimeUnit.MILLISECONDS);
			}
		}
		catch (InterruptedException ex) {
			log.debug("An interrupt that was meant for a socket came late", ex);
		}
		if (item == null) {
			this.connection.close();
		}
		return item;
	}

	private void carry(Item item, boolean running) {
		Lease lease = item.lease();
		if (!running || !this.pause.remaining().isZero() || this.sending.paused()) {
			settle(Settlement.putBack(lease, null, this.clock.instant()));
			return;
		}
		Prepared prepared = this.drafting.prepare(item);
		Draft draft = prepared.draft();
		String recipient = prepared.recipient();
		if (draft == null || recipient == null) {
			settle((prepared.settlement() != null) ? prepared.settlement() : Settlement.gone(lease));
			return;
		}
		if (connected(lease) && started(draft)) {
			this.outcome = handOver(draft, recipient, prepared.startsAt());
		}
	}

	private boolean connected(Lease lease) {
		if (this.connection.open()) {
			return true;
		}
		// To connect may take long: what is known is recorded before.
		record();
		try {
			this.connection.connect();
			return true;
		}
		catch (SmtpUnreachable ex) {
			log.debug("No connection to the mail server", ex);
			this.pause.failed(ex.login() ? SmtpPause.Cause.LOGIN : SmtpPause.Cause.UNREACHABLE);
			settle(Settlement.putBack(lease, ex.getMessage(), this.clock.instant()));
			return false;
		}
	}

	private boolean started(Draft draft) {
		boolean started;
		try {
			started = this.ledger.turn(this.outcome, draft);
			this.outcome = null;
		}
		catch (RuntimeException ex) {
			record();
			throw ex;
		}
		if (!started) {
			// Something has changed since it was composed: it is composed anew, if at
			// all.
			settle(Settlement.putBack(draft.lease(), null, this.clock.instant()));
		}
		return started;
	}

	private Settlement handOver(Draft draft, String recipient, @Nullable Instant startsAt) {
		long begin = System.nanoTime();
		SmtpAnswer answer = this.connection.send(draft.mime(), this.returnPaths.of(draft.lease().deliveryId()),
				recipient, atMost(draft.lease(), startsAt));
		this.metrics.sent(Duration.ofNanos(System.nanoTime() - begin));
		return this.assessment.of(draft.lease(), answer);
	}

	/** A reminder is handed over before the start, or not at all. */
	private Duration atMost(Lease lease, @Nullable Instant startsAt) {
		Duration longest = this.smtp.sendTimeout();
		if (lease.kind() != DeliveryKind.REMINDER || startsAt == null) {
			return longest;
		}
		Duration left = Duration.between(this.clock.instant(), startsAt);
		return (left.compareTo(longest) < 0) ? left : longest;
	}

	private void settle(Settlement settlement) {
		record();
		this.outcome = settlement;
		record();
	}

	/**
	 * Records what came of the last message. It is tried more than once: what the mail
	 * server has accepted would be sent again otherwise.
	 */
	private void record() {
		Settlement last = this.outcome;
		for (int attempt = 1; last != null && this.outcome != null; attempt++) {
			try {
				this.ledger.turn(last, null);
				this.outcome = null;
			}
			catch (RuntimeException ex) {
				if (attempt == 5) {
					log.warn("What came of delivery {} cannot be recorded", last.lease().deliveryId(), ex);
					this.outcome = null;
				}
			}
		}
	}

}
