package org.salon.notification.ledger;

import java.time.Instant;

import org.salon.notification.plan.DeliveryKind;

/** So many messages of one kind and occurrence are at that state, due then. */
public record PlanLine(DeliveryKind kind, String occurrence, LedgerState state, int recipients, Instant dueAt,
		Instant lastDueAt, Instant notAfter) {
}
