package org.salon.notification.ledger;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * How far the announcement of a salon is.
 *
 * @param reason why it was cancelled, if it was
 * @param plannedTo the last person it was planned for, in the order of ids
 * @param complete whether it was planned for all
 * @param settled whether all of its rows have the deadline, and are closed if it was
 * cancelled
 */
record AnnouncementRun(int salon, State state, @Nullable String reason, Instant announcedAt, Cause cause,
		Instant notAfter, UUID plannedTo, boolean complete, boolean settled) {

	/** Before the first of all ids. */
	static final UUID NOBODY = new UUID(0, 0);

	enum State {

		GOING, PAUSED, CANCELLED

	}

	boolean cancelled() {
		return this.state == State.CANCELLED;
	}

}
