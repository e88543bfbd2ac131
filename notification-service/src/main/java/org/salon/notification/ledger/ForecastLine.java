package org.salon.notification.ledger;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.salon.notification.plan.DeliveryKind;

/**
 * What would become of all messages of one kind, of reminders of one offset.
 *
 * @param reminder the offset before the start, of a reminder
 * @param toSend to how many it would be sent
 * @param dueAt when the first of those that are not sent yet is due; absent if there are
 * none
 * @param lastDueAt when the last of them is
 * @param notAfter from when on none of them would be handed over
 * @param sent how many have it already, or may have it
 * @param calledOff how many were planned and would be called off
 * @param notSent how many would not be sent, and why
 */
public record ForecastLine(DeliveryKind kind, @Nullable Duration reminder, int toSend, @Nullable Instant dueAt,
		@Nullable Instant lastDueAt, @Nullable Instant notAfter, int sent, int calledOff, List<NotSent> notSent) {

	/** So many would not be sent, for that reason. */
	public record NotSent(LedgerState state, String reason, int recipients) {
	}

}
