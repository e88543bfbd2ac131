package org.salon.events.salon;

import java.time.Duration;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * How places are given, where it is not simply at once.
 *
 * @param confirmAddress whether a place is held only once its person has followed the
 * link in a mail (double opt-in); until then it is pending, and lapses
 * @param acceptWithin how long the first in line has to accept a seat that came free
 * before the next gets it; absent, a free seat is theirs without asking
 * @param questions asked on the form, in order
 */
public record SignUpRules(boolean confirmAddress, @Nullable Duration acceptWithin, List<Question> questions) {

	/** A place is given at once, and nothing is asked. */
	public static final SignUpRules PLAIN = new SignUpRules(false, null, List.of());

	public SignUpRules {
		if (acceptWithin != null && (acceptWithin.isNegative() || acceptWithin.isZero())) {
			throw new IllegalArgumentException("acceptWithin must be longer than nothing");
		}
		questions = List.copyOf(questions);
	}

}
