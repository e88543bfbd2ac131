package org.salon.archive.salon;

import java.util.List;

/**
 * One page of a list that nobody searched.
 *
 * @param page from 0
 * @param total on all pages
 */
public record EntryPage(List<Entry> entries, int page, int size, long total) {

	public EntryPage {
		entries = List.copyOf(entries);
	}

	/** How many pages there are; at least one. */
	public long pages() {
		return Math.max(1, (this.total + this.size - 1) / this.size);
	}

}
