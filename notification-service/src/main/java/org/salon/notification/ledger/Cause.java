package org.salon.notification.ledger;

import java.time.Instant;
import java.util.UUID;

/** The event because of which the plan is drawn anew. */
public record Cause(UUID eventId, Instant at) {
}
