package org.salon.registration.feedback;

import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import org.salon.registration.input.Checks;
import org.salon.registration.input.InvalidFields;

/**
 * What one person says of a salon.
 *
 * @param stars 1 to 5
 */
record Feedback(int stars, @Nullable String liked, @Nullable String better) {

	static final int MOST_STARS = 5;

	private static final int LONGEST = 2_000;

	private static final Pattern STARS = Pattern.compile("[1-5]");

	/**
	 * Reads what was filled in.
	 * @throws InvalidFields with all that is wrong
	 */
	static Feedback read(FeedbackForm form, Checks checks) {
		String stars = form.stars();
		if (stars.isEmpty()) {
			checks.reject("stars", "feedback.chooseStars");
		}
		else if (!STARS.matcher(stars).matches()) {
			checks.reject("stars", "field.number", MOST_STARS);
		}
		String liked = checks.optionalText("liked", form.liked(), LONGEST);
		String better = checks.optionalText("better", form.better(), LONGEST);
		checks.done();
		return new Feedback(Integer.parseInt(stars), liked, better);
	}

}
