package org.salon.archive.page;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.salon.archive.salon.Facet;
import org.salon.archive.salon.Facets;
import org.salon.archive.search.SearchParameters;

/**
 * What a list is narrowed down by, and what it can be.
 *
 * @param chips what it is narrowed down by, each to be taken away
 */
record Filters(List<Filter> selects, List<Chip> chips) {

	static Filters of(SearchParameters parameters, Facets facets, Address address) {
		List<Filter> selects = List.of(Filter.of("tag", facets.tags(), parameters.tag()),
				Filter.of("year", facets.years(), parameters.year()),
				Filter.of("platform", facets.platforms(), parameters.platform()));
		List<Chip> chips = Stream
			.of(chip("tag", parameters.tag(), address), chip("year", parameters.year(), address),
					chip("platform", parameters.platform(), address), chip("replay", parameters.replay(), address),
					chip("speaker", parameters.speaker(), address), chip("series", parameters.series(), address))
			.flatMap(List::stream)
			.toList();
		return new Filters(selects, chips);
	}

	private static List<Chip> chip(String name, @Nullable String value, Address address) {
		if (value == null || value.isBlank() || value.equals("false")) {
			return List.of();
		}
		return List.of(new Chip(name, value, address.with(name, null).toString()));
	}

	/** What can be chosen of one kind. */
	record Filter(String name, List<Facet> values, @Nullable String chosen) {

		static Filter of(String name, List<Facet> found, @Nullable String chosen) {
			List<Facet> values = new ArrayList<>(found);
			if (chosen != null && !chosen.isBlank()
					&& found.stream().noneMatch((facet) -> facet.value().equals(chosen))) {
				values.addFirst(new Facet(chosen, 0));
			}
			return new Filter(name, values, chosen);
		}

	}

	/**
	 * One thing that the list is narrowed down by.
	 *
	 * @param without address of the list that is not
	 */
	record Chip(String name, String value, String without) {
	}

}
