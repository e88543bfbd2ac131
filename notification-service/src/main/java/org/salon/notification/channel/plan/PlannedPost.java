package org.salon.notification.channel.plan;

import java.time.Instant;

/**
 * A post that should exist.
 *
 * @param occurrence which of its kind; both name it among those of one salon and channel
 * @param notAfter from then on it must not be made
 */
public record PlannedPost(PostKind kind, String occurrence, Instant dueAt, Instant notAfter) {

	/** Whether there is no time left for it. */
	public boolean late(Instant now) {
		return !now.isBefore(this.notAfter);
	}

}
