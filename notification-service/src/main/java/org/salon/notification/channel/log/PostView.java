package org.salon.notification.channel.log;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.salon.notification.channel.plan.PostKind;

/**
 * A post as an operator sees it.
 *
 * @param answer what the channel said last, without secrets
 */
public record PostView(UUID id, int salon, PostKind kind, String occurrence, PostState state, Instant dueAt,
		Instant notAfter, @Nullable Instant sentAt, int attempts, @Nullable String answer) {

	/** The offset before the start, of a reminder. */
	public @Nullable Duration reminder() {
		return (this.kind == PostKind.REMINDER)
				? Duration.parse(this.occurrence.substring(0, this.occurrence.indexOf('@'))) : null;
	}

}
