package org.salon.archive.page;

import java.time.LocalDate;
import java.util.List;

import org.salon.archive.salon.Salon;
import org.salon.archive.salon.Speaker;
import org.salon.archive.salon.TopicGroup;

/**
 * A salon as a row or card.
 *
 * @param untitled whether the theme says no more than the topics do
 */
record SalonView(int number, String title, LocalDate date, boolean untitled, List<TopicGroup> groups,
		List<Speaker> speakers, List<LinkGroup> links, List<String> notes) {

	static SalonView of(Salon salon) {
		boolean untitled = !salon.topics().isEmpty() && salon.startsAt() == null;
		return new SalonView(salon.number(), salon.title(), salon.date(), untitled, salon.groups(), salon.speakers(),
				LinkGroup.of(salon.links()), salon.notes());
	}

}
