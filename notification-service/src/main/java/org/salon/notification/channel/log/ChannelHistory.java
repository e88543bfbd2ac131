package org.salon.notification.channel.log;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * What is known of a channel that is or was on.
 *
 * @param lastFailure what was said then, without secrets
 * @param backlog posts that are due and not made
 * @param planned posts that are still to come, those due included
 */
public record ChannelHistory(Instant firstSeenAt, @Nullable Instant lastSuccessAt, @Nullable Instant lastFailureAt,
		@Nullable String lastFailure, @Nullable Instant pausedUntil, long backlog, long planned) {
}
