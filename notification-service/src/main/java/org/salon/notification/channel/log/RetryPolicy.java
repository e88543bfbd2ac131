package org.salon.notification.channel.log;

import java.time.Duration;
import java.time.Instant;

import org.salon.notification.channel.wire.Channel;

/**
 * When a post is tried again, and whether.
 *
 * @param first wait; doubled each time
 * @param longest to which waits grow
 */
public record RetryPolicy(Duration first, Duration longest) {

	/** A group reads a message twice rather than never, but not three times. */
	private static final int MOST_UNKNOWNS = 2;

	/** Later each time, but with time left before the deadline. */
	Instant next(Claim claim, Instant now) {
		Duration wait = this.first.multipliedBy(1L << Math.min(Math.max(claim.attempts() - 1, 0), 20));
		Duration half = Duration.between(now, claim.notAfter()).dividedBy(2);
		Duration shorter = (wait.compareTo(this.longest) < 0) ? wait : this.longest;
		return now.plus((half.compareTo(shorter) < 0) ? half : shorter);
	}

	/** Whether to try once more if this attempt's outcome is unknown too. */
	boolean repeats(Channel channel, Claim claim) {
		return channel.knowsRepeats() || claim.unknowns() + 1 < MOST_UNKNOWNS;
	}

	/** Whether it may have been posted so often that it is not to be tried at all. */
	public boolean exhausted(Channel channel, Claim claim) {
		return !channel.knowsRepeats() && claim.unknowns() >= MOST_UNKNOWNS;
	}

}
