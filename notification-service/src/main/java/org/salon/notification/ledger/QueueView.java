package org.salon.notification.ledger;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.salon.notification.plan.DeliveryKind;

/**
 * What waits to be sent, and for what.
 *
 * @param backlog mails still to be sent, those due later included
 * @param due mails that would go now
 * @param oldestDueAge for how many seconds the oldest of them has been due
 * @param sentLastMinute mails that this instance handed over within the last minute
 * @param held due mails that wait although nothing is wrong
 * @param throughAt when all that is due now will have been handed over, those of paused
 * announcements aside, if it goes on like this; unknown, if nothing goes
 */
public record QueueView(List<Backlog> backlog, long due, double oldestDueAge, long sentLastMinute, List<Held> held,
		@Nullable Instant throughAt) {

	/** So many of one kind are at that state. */
	public record Backlog(DeliveryKind kind, LedgerState state, long rows) {
	}

	/**
	 * So many wait for the same.
	 *
	 * @param domain whose limit it is, if it is a domain's
	 * @param salon whose announcement is paused, if one is
	 * @param perMinute the limit of this instance, if it is one
	 */
	public record Held(Reason reason, @Nullable String domain, @Nullable Integer salon, @Nullable Integer perMinute,
			long rows) {
	}

	/** Why a mail that is due waits. */
	public enum Reason {

		/** As many as may go to all together within a minute have gone. */
		LIMIT,
		/** As many as may go to its domain within a minute have gone. */
		DOMAIN,
		/** It belongs to an announcement that is paused. */
		PAUSED

	}

}
