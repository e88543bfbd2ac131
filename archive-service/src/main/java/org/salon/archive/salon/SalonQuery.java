package org.salon.archive.salon;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Which salons are wanted.
 *
 * @param terms in comparable form, all of which must occur
 * @param tag one of the salon's tags, exactly
 * @param page from 0
 */
public record SalonQuery(List<String> terms, @Nullable String tag, @Nullable Integer year, int page, int size) {

	public SalonQuery {
		terms = List.copyOf(terms);
	}

	/** How many salons stand before the page. */
	public long offset() {
		return (long) this.page * this.size;
	}

}
