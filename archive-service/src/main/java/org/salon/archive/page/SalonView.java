package org.salon.archive.page;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.salon.archive.salon.DeadLink;
import org.salon.archive.salon.Found;
import org.salon.archive.salon.Highlights;
import org.salon.archive.salon.Salon;

/**
 * A salon as one of a list.
 *
 * @param heading its title; absent if that says no more than the topics do
 * @param topics without those that the heading says
 * @param highlights where in all these texts are the words that were searched for
 */
record SalonView(int number, LocalDate date, @Nullable String heading, List<Topics> topics, Folded<Named> speakers,
		Folded<String> papers, @Nullable Named series, List<LinkGroup> links, Folded<String> notes,
		Highlights highlights) {

	private static final int LONGEST_HEADING = 240;

	private static final int SPEAKERS = 12;

	private static final int TEXTS = 4;

	static SalonView of(Salon salon, List<DeadLink> dead) {
		return of(salon, Highlights.NONE, dead);
	}

	static SalonView of(Found found, List<DeadLink> dead) {
		return of(found.entry().salon(), found.highlights(), dead);
	}

	private static SalonView of(Salon salon, Highlights highlights, List<DeadLink> dead) {
		// A salon that is known from a table only is titled by its topics.
		String topics = String.join("；", salon.topics());
		boolean said = salon.groups().size() == 1 && salon.title().equals(topics);
		boolean cut = salon.title().endsWith("…")
				&& topics.startsWith(salon.title().substring(0, salon.title().length() - 1));
		String heading = said || !(cut || salon.title().equals(topics)) ? Folded.start(salon.title(), LONGEST_HEADING)
				: null;
		String series = salon.series();
		return new SalonView(salon.number(), salon.date(), heading,
				said ? Topics.tagsOf(salon.groups()) : Topics.of(salon.groups()),
				Folded.of(salon.speakers().stream().map(Named::of).toList(), SPEAKERS),
				Folded.of(salon.papers(), TEXTS), (series == null) ? null : Named.series(series),
				LinkGroup.of(salon.links(), days(dead, salon.zone())), Folded.of(salon.notes(), TEXTS), highlights);
	}

	private static Map<String, LocalDate> days(List<DeadLink> dead, ZoneId zone) {
		return dead.stream()
			.collect(Collectors.toMap(DeadLink::url, (link) -> LocalDate.ofInstant(link.since(), zone),
					(one, other) -> one));
	}

}
