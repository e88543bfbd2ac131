package org.salon.registration.feedback;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What people said of one salon; without who said it.
 *
 * @param count how many gave stars
 * @param average of the stars, to two decimals; absent if there are none
 * @param distribution how many gave each number of stars, from 5 to 1
 * @param comments one page of what was written, the newest first
 * @param commented how many wrote something
 */
public record FeedbackResults(int count, @Nullable Double average, List<Share> distribution, List<Comment> comments,
		int page, int size, int commented) {

	/** How many gave that number of stars. */
	public record Share(int stars, int count) {
	}

	/** What one person wrote. */
	public record Comment(int stars, @Nullable String liked, @Nullable String better) {
	}

}
