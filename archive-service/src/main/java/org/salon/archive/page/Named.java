package org.salon.archive.page;

import org.jspecify.annotations.Nullable;

import org.salon.archive.salon.Facet;
import org.salon.archive.salon.SalonQuery;
import org.salon.archive.salon.Speaker;

/**
 * A name with the address of the salons that have it in common.
 *
 * @param address absent if nobody can ask for the name, and it is found nowhere then
 * @param more what is said besides: from where a speaker is, how many salons there are
 */
record Named(String name, @Nullable String address, @Nullable String more) {

	static Named tag(String tag) {
		return of(Shelf.TAGS, tag, null);
	}

	static Named series(String series) {
		return of(Shelf.SERIES, series, null);
	}

	static Named of(Speaker speaker) {
		return of(Shelf.SPEAKERS, speaker.name(), speaker.affiliation());
	}

	static Named of(Shelf shelf, Facet facet) {
		return of(shelf, facet.value(), Long.toString(facet.count()));
	}

	static Named year(Facet year) {
		return new Named(year.value(), "/archive/years/" + year.value(), Long.toString(year.count()));
	}

	private static Named of(Shelf shelf, String name, @Nullable String more) {
		boolean askable = !name.isBlank() && name.length() <= SalonQuery.LONGEST_VALUE;
		return new Named(name, askable ? Address.of(shelf, name).toString() : null, more);
	}

}
