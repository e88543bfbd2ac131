package org.salon.events.delivery;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * A message to one person and what became of it.
 *
 * @param registrationId the registration that it is about, if it is about one
 * @param occurrence which of its kind, such as {@code PT24H} for a reminder
 * @param reason why, in words for an operator; never an address
 * @param occurredAt when the outcome was known
 */
public record DeliveryState(UUID deliveryId, DeliveryKind kind, String channel, UUID memberId,
		@Nullable UUID registrationId, int salonNumber, String occurrence, DeliveryOutcome outcome,
		@Nullable String reason, Instant dueAt, Instant occurredAt) {

	public DeliveryState {
		Objects.requireNonNull(deliveryId, "deliveryId");
		Objects.requireNonNull(kind, "kind");
		Objects.requireNonNull(channel, "channel");
		Objects.requireNonNull(memberId, "memberId");
		Objects.requireNonNull(occurrence, "occurrence");
		Objects.requireNonNull(outcome, "outcome");
		Objects.requireNonNull(dueAt, "dueAt");
		Objects.requireNonNull(occurredAt, "occurredAt");
	}

}
