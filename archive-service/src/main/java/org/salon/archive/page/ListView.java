package org.salon.archive.page;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.salon.archive.salon.DeadLink;
import org.salon.archive.salon.Facet;
import org.salon.archive.salon.Found;
import org.salon.archive.salon.SalonPage;

/**
 * A page of a list of salons.
 *
 * @param page from 1
 * @param similar whether none holds all that was searched for, and these hold something
 * like it
 * @param newer address of the page before, if there is one
 * @param older address of the page after, if there is one
 * @param first address of the first page
 * @param asCards address of the same as cards
 * @param asTable address of the same as a table
 */
record ListView(List<SalonView> salons, long total, int page, long pages, boolean similar, @Nullable String newer,
		@Nullable String older, String first, Look look, String asCards, String asTable) {

	static ListView of(SalonPage found, Map<Integer, List<DeadLink>> dead, Address address, Look look) {
		int page = found.page();
		boolean beyond = page >= found.pages();
		return new ListView(views(found.found(), dead), found.total(), page + 1, found.pages(), found.similar(),
				(page > 0 && !beyond) ? address.page(page - 1).toString() : null,
				(page + 1 < found.pages()) ? address.page(page + 1).toString() : null, address.page(0).toString(), look,
				address.page(page).with(Look.PARAMETER, Look.CARDS.code()).toString(),
				address.page(page).with(Look.PARAMETER, Look.TABLE.code()).toString());
	}

	private static List<SalonView> views(List<Found> found, Map<Integer, List<DeadLink>> dead) {
		return found.stream()
			.map((one) -> SalonView.of(one, dead.getOrDefault(one.entry().salon().number(), List.of())))
			.toList();
	}

	/** The years of all that was found, such as 2018–2020. */
	static String span(SalonPage found) {
		List<Facet> years = found.facets().years();
		if (years.isEmpty()) {
			return "";
		}
		String first = years.getLast().value();
		String last = years.getFirst().value();
		return first.equals(last) ? first : first + "–" + last;
	}

}
