package org.salon.notification.channel.wire;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

/**
 * What came of an attempt to post.
 *
 * @param text what was said, without secrets
 * @param pause for how long the whole channel is to be left alone
 */
public record Answer(Verdict verdict, String text, @Nullable Duration pause) {

	private static final int LONGEST_TEXT = 300;

	public Answer {
		text = (text.length() > LONGEST_TEXT) ? text.substring(0, LONGEST_TEXT) : text;
	}

	static Answer sent(String text) {
		return new Answer(Verdict.SENT, text, null);
	}

	static Answer limited(String text, Duration pause) {
		return new Answer(Verdict.LIMITED, text, pause);
	}

	static Answer later(String text) {
		return new Answer(Verdict.LATER, text, null);
	}

	/** Nobody knows whether it was posted. */
	public static Answer unknown(String text) {
		return new Answer(Verdict.UNKNOWN, text, null);
	}

	/** It was not posted, and will not be by trying again. */
	public static Answer refused(String text) {
		return new Answer(Verdict.REFUSED, text, null);
	}

	/** It was not posted. */
	public static Answer notReached(String text) {
		return later(text);
	}

	/** What to make of it. */
	public enum Verdict {

		/** It is posted. */
		SENT,
		/** There were too many posts; this one counts as not tried. */
		LIMITED,
		/** Not posted now; later perhaps. */
		LATER,
		/** Perhaps posted. */
		UNKNOWN,
		/** Not posted, for good. */
		REFUSED

	}

}
