package org.salon.archive.salon;

import java.util.List;

/**
 * One page of salons.
 *
 * @param facets by which they can be narrowed down further
 * @param similar whether none holds all that was asked for, and these hold something like
 * it
 * @param page from 0
 * @param total on all pages
 */
public record SalonPage(List<Found> found, Facets facets, boolean similar, int page, int size, long total) {

	public SalonPage {
		found = List.copyOf(found);
	}

	/** The numbers of those on this page. */
	public List<Integer> numbers() {
		return this.found.stream().map((one) -> one.entry().salon().number()).toList();
	}

	/** How many pages there are; at least one. */
	public long pages() {
		return Math.max(1, (this.total + this.size - 1) / this.size);
	}

}
