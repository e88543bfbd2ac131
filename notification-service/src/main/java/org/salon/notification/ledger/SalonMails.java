package org.salon.notification.ledger;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.salon.notification.plan.DeliveryKind;

/**
 * What became of a salon's mails, and what is still to come.
 *
 * @param allOut whether nothing is left to send
 * @param sent those that the mail server has
 * @param waiting those still to be sent, those due later included
 * @param undeliveredTotal those that were refused for good, came back or were too late
 * @param kinds the same by kind, with all else that they came to
 * @param undelivered the first of those that could not be delivered, the latest first
 * @param next what is due next, the first first
 */
public record SalonMails(int salon, boolean allOut, long sent, long waiting, long undeliveredTotal, List<Kind> kinds,
		List<Undelivered> undelivered, List<Next> next) {

	/**
	 * All of one kind.
	 *
	 * @param waiting those still to be sent
	 * @param expired those that were too late
	 * @param suppressed those that were not sent, on purpose
	 * @param superseded those of which another mail says the same
	 */
	public record Kind(DeliveryKind kind, long waiting, long sent, long failed, long bounced, long expired,
			long suppressed, long cancelled, long superseded) {
	}

	/**
	 * One that could not be delivered.
	 *
	 * @param recipient the address; gone with its person
	 * @param reason in words, or as the mail server said it
	 */
	public record Undelivered(UUID id, DeliveryKind kind, @Nullable String recipient, LedgerState state,
			@Nullable String reason, Instant dueAt) {
	}

	/** So many of one kind are due within that minute. */
	public record Next(DeliveryKind kind, Instant dueAt, long mails) {
	}

}
