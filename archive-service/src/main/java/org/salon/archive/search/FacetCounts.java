package org.salon.archive.search;

import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

import org.apache.lucene.facet.FacetResult;

import org.salon.archive.salon.Facet;
import org.salon.archive.salon.Facets;

/** Lucene's counts as the archive's own. */
final class FacetCounts {

	/** Values of a kind beside a list. */
	static final int SHOWN = 100;

	/** Values of a kind where there is nothing else. */
	static final int ALL = 10_000;

	private FacetCounts() {
	}

	static Facets of(org.apache.lucene.facet.Facets counts, int most) throws IOException {
		List<Facet> years = values(counts, SalonFields.YEAR, most).stream()
			.sorted(Comparator.comparing(Facet::value).reversed())
			.toList();
		return new Facets(values(counts, SalonFields.TAG, most), years, values(counts, SalonFields.PLATFORM, most),
				values(counts, SalonFields.SPEAKER, most), values(counts, SalonFields.SERIES, most));
	}

	private static List<Facet> values(org.apache.lucene.facet.Facets counts, String field, int most)
			throws IOException {
		FacetResult result = counts.getTopChildren(most, field);
		// None if no salon has a value of that kind.
		return (result == null) ? List.of()
				: Stream.of(result.labelValues)
					.map((value) -> new Facet(value.label, value.value.longValue()))
					.toList();
	}

}
