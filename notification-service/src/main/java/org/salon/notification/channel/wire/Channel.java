package org.salon.notification.channel.wire;

import java.time.Instant;

import org.salon.outbound.HttpCall;
import org.salon.outbound.HttpReply;

/**
 * One place that the salon's news is posted to: what to send there, and what its answers
 * mean. When to post, and whether again, is decided elsewhere for all of them.
 */
public interface Channel {

	String name();

	/** How many posts it takes. */
	RateLimit limit();

	/** The request that makes a post, signed for this moment. */
	HttpCall call(Post post, Instant now);

	/** What an answer means. Its text has no secret in it. */
	Answer read(HttpReply reply);

	/** When to post what is due at a moment, if that is one of rush. */
	default Instant spread(Instant dueAt, Instant notAfter, String post) {
		return dueAt;
	}

	/**
	 * Whether the receiver can tell a repeated post from a new one, so that it may be
	 * repeated as often as its outcome is unknown.
	 */
	default boolean knowsRepeats() {
		return false;
	}

}
