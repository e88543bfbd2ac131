package org.salon.registration.delivery;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/** What became of one message, as the operator sees it. */
public record Outcome(String kind, String occurrence, String outcome, @Nullable String reason, Instant at) {
}
