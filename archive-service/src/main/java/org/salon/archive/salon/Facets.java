package org.salon.archive.salon;

import java.util.List;

/**
 * The values by which a list can be narrowed down, the most frequent first.
 *
 * @param years the latest first
 * @param platforms codes, or hosts where there is no code
 * @param speakers by name
 */
public record Facets(List<Facet> tags, List<Facet> years, List<Facet> platforms, List<Facet> speakers,
		List<Facet> series) {

	/** No values at all. */
	public static final Facets NONE = new Facets(List.of(), List.of(), List.of(), List.of(), List.of());

	public Facets {
		tags = List.copyOf(tags);
		years = List.copyOf(years);
		platforms = List.copyOf(platforms);
		speakers = List.copyOf(speakers);
		series = List.copyOf(series);
	}

}
