package org.salon.registration.delivery;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * One message to a person, as the person may see it.
 *
 * @param dueAt when it was to go out: for a notice, when its cause came about
 * @param occurredAt when its outcome was known
 */
public record Mail(@Nullable UUID registrationId, int salonNumber, String kind, String channel, String occurrence,
		String outcome, @Nullable String reason, Instant dueAt, Instant occurredAt) {
}
