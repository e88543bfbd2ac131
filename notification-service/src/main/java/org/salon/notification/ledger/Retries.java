package org.salon.notification.ledger;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.salon.notification.database.Columns;
import org.salon.notification.plan.DeliveryKind;
import org.salon.notification.salon.Salons;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Sends a message again that an operator wants to be sent again. */
@Component
public class Retries {

	private final Deliveries deliveries;

	private final PresentPlans plans;

	private final Salons salons;

	private final Suppressions suppressions;

	private final AnnouncementRuns announcements;

	private final Tally tally;

	private final DueSignal signal;

	private final JdbcClient jdbc;

	private final Clock clock;

	Retries(Deliveries deliveries, PresentPlans plans, Salons salons, Suppressions suppressions,
			AnnouncementRuns announcements, Tally tally, DueSignal signal, JdbcClient jdbc, Clock clock) {
		this.deliveries = deliveries;
		this.plans = plans;
		this.salons = salons;
		this.suppressions = suppressions;
		this.announcements = announcements;
		this.tally = tally;
		this.signal = signal;
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/**
	 * Makes the message due now. An address on the suppression list comes off it: the
	 * operator knows better.
	 * @throws NotRetryable if it was sent, is under way, or says what is no longer so
	 */
	@Transactional
	public Optional<DeliveryView> retry(UUID id) {
		Optional<DeliveryView> delivery = this.deliveries.find(id);
		delivery.ifPresent(this::retry);
		return delivery.isEmpty() ? delivery : this.deliveries.find(id);
	}

	private void retry(DeliveryView delivery) {
		if (delivery.salon() != null) {
			this.salons.lockToRead(delivery.salon());
		}
		Instant now = this.clock.instant();
		if (!now.isBefore(delivery.notAfter())) {
			throw new NotRetryable("its time has passed");
		}
		if (delivery.kind() == DeliveryKind.ANNOUNCEMENT && delivery.salon() != null
				&& this.announcements.find(delivery.salon()).filter(AnnouncementRun::cancelled).isPresent()) {
			throw new NotRetryable("its announcement was cancelled");
		}
		if (!delivery.kind().toOrganiser() && delivery.kind() != DeliveryKind.MESSAGE && !stillPlanned(delivery)) {
			throw new NotRetryable("it says what is no longer so");
		}
		if (delivery.recipient() != null) {
			this.suppressions.remove(delivery.recipient());
		}
		List<Tally.Former> former = this.jdbc.sql("""
				UPDATE delivery d SET state = CASE WHEN d.unknown THEN 'UNKNOWN' ELSE 'RETRY' END, attempt_at = :now,
					reason = 'an operator wants it sent', closed_by = NULL
				WHERE d.id = :id AND (d.state IN ('FAILED', 'RETRY', 'UNKNOWN')
					OR (d.state = 'SUPPRESSED' AND d.closed_by = 'SENDER'))
				RETURNING %s
				""".formatted(Tally.Former.COLUMNS))
			.param("id", delivery.id())
			.param("now", Columns.timestamp(now))
			.query(Tally.Former::of)
			.list();
		if (former.isEmpty()) {
			throw new NotRetryable("it is " + delivery.state());
		}
		this.tally.takeBack(former, now);
		this.signal.raiseAfterCommit();
	}

	private boolean stillPlanned(DeliveryView delivery) {
		return this.plans.of(delivery)
			.stream()
			.anyMatch((planned) -> planned.kind() == delivery.kind()
					&& planned.occurrence().equals(delivery.occurrence()));
	}

	/** The message cannot be sent again; the message says why. */
	public static final class NotRetryable extends RuntimeException {

		NotRetryable(String message) {
			super(message);
		}

	}

}
