package org.salon.archive.page;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.salon.archive.salon.Facet;
import org.salon.archive.salon.Facets;
import org.salon.archive.salon.SalonQuery;

/** What salons have in common by which there are pages of them. */
enum Shelf {

	TAGS, SPEAKERS, SERIES;

	static Optional<Shelf> named(String name) {
		return Stream.of(values()).filter((shelf) -> shelf.code().equals(name)).findFirst();
	}

	/** As its messages start and its path ends. */
	public String code() {
		return name().toLowerCase(Locale.ROOT);
	}

	/** Where all of its names are listed. */
	String path() {
		return "/archive/" + code();
	}

	List<Facet> names(Facets facets) {
		return switch (this) {
			case TAGS -> facets.tags();
			case SPEAKERS -> facets.speakers();
			case SERIES -> facets.series();
		};
	}

	SalonQuery query(String name, int page, int size) {
		return new SalonQuery(null, only(TAGS, name), null, null, false, only(SPEAKERS, name), only(SERIES, name), page,
				size);
	}

	private @Nullable String only(Shelf shelf, String name) {
		return (this == shelf) ? name : null;
	}

}
