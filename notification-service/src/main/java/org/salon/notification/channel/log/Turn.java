package org.salon.notification.channel.log;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * What a channel is to do next.
 *
 * @param claim to be posted now
 * @param next when to look again, if there is none; nothing, if it is not known
 */
public record Turn(@Nullable Claim claim, @Nullable Instant next) {

	static Turn post(Claim claim) {
		return new Turn(claim, null);
	}

	static Turn wait(@Nullable Instant next) {
		return new Turn(null, next);
	}

}
