package org.salon.notification.channel.wire;

import java.time.Duration;
import java.time.Instant;

/** Full and half hours, about which everybody else posts too. */
final class RushHours {

	private static final long HALF_HOUR = Duration.ofMinutes(30).toSeconds();

	private static final long BEFORE = 10;

	private static final long AFTER = 60;

	/** How far posts are spread, so that they do not meet again. */
	private static final long SPREAD = 120;

	private RushHours() {
	}

	/**
	 * The moment, or one some minutes later, by what is posted; within the first quarter
	 * of the time that there is, since one that is due is to be in time above all.
	 */
	static Instant avoid(Instant dueAt, Instant notAfter, String post) {
		long past = Math.floorMod(dueAt.getEpochSecond(), HALF_HOUR);
		if (past > AFTER && past < HALF_HOUR - BEFORE) {
			return dueAt;
		}
		long toMark = (past > AFTER) ? HALF_HOUR - past : -past;
		long wait = toMark + AFTER + Math.floorMod(post.hashCode(), SPREAD);
		long quarter = Duration.between(dueAt, notAfter).toSeconds() / 4;
		return dueAt.plusSeconds(Math.max(0, Math.min(wait, quarter)));
	}

}
