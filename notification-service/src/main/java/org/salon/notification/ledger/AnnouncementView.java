package org.salon.notification.ledger;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * The announcement of a salon to subscribers.
 *
 * @param reason why it was cancelled, if it was
 * @param notAfter from then on none of it is handed over
 * @param planned mails so far, those that will come to nothing included
 * @param sent those that the mail server has
 * @param failed those that it refused for good
 * @param dropped those that were cancelled, suppressed, or ran out of time
 * @param left those still to be sent
 */
public record AnnouncementView(int salon, State state, @Nullable String reason, Instant notAfter, long planned,
		long sent, long failed, long dropped, long left) {

	/** How far an announcement is. */
	public enum State {

		/** Being planned for one person after the other, and sent meanwhile. */
		PLANNING,
		/** Planned for all. */
		SENDING,
		/** Nothing is sent until it is resumed. */
		PAUSED,
		/** What was left is being closed. */
		CANCELLING,
		/** What was left is closed. */
		CANCELLED,
		/** Nothing is left to send. */
		DONE

	}

}
