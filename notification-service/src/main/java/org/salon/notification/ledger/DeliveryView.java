package org.salon.notification.ledger;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.salon.notification.plan.DeliveryKind;

/**
 * A message as an operator sees it.
 *
 * @param salon absent, if it is about none
 * @param recipient the address; gone with its person
 * @param causedBy id of the event because of which it was planned
 */
public record DeliveryView(UUID id, DeliveryKind kind, String occurrence, @Nullable Integer salon, UUID member,
		@Nullable String recipient, LedgerState state, @Nullable String reason, Instant dueAt, Instant notAfter,
		@Nullable Instant sentAt, int attempts, UUID causedBy) {
}
