package org.salon.notification.plan;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * A message that should exist.
 *
 * @param occurrence which of its kind; kind and occurrence name it among the person's of
 * one salon, or of none
 * @param notAfter from then on it must not be handed over
 * @param fate what it starts as
 * @param reason why it is not to be sent, if it is not
 */
public record PlannedDelivery(DeliveryKind kind, String occurrence, Instant dueAt, Instant notAfter,
		CalendarMethod calendar, Fate fate, @Nullable String reason) {

	/** What becomes of a message when it is first planned. */
	public enum Fate {

		/** It is sent when due. */
		SEND,
		/** It is not wanted, or was too late when the person came; on purpose. */
		SUPPRESS,
		/** It should have been sent, and there is no time left for it. */
		EXPIRE

	}

}
