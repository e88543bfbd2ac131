package org.salon.registration.link;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * An address among the links of public salons, and what is known of it.
 *
 * @param finding what the last check that said something found
 * @param status of the last answer, if there was one
 * @param redirectedTo where the address led in the end, if elsewhere
 * @param failures in a row
 * @param failingSince the first of them
 * @param checkedAt when a check last said something
 * @param salons that have the address among their links
 */
public record CheckedLink(long id, String url, LinkState state, @Nullable Finding finding, @Nullable Integer status,
		@Nullable String redirectedTo, int failures, @Nullable Instant failingSince, @Nullable Instant checkedAt,
		Instant nextCheckAt, List<Integer> salons) {

	static CheckedLink of(long id, String url, LinkHistory history, List<Integer> salons) {
		return new CheckedLink(id, url, history.state(), history.finding(), history.status(), history.redirectedTo(),
				history.failures(), history.firstFailureAt(), history.checkedAt(), history.nextCheckAt(), salons);
	}

	/** A page of the list. */
	public record Page(List<CheckedLink> items, int page, int size, long total) {
	}

}
