package org.salon.registration.salon;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.salon.events.salon.Link;
import org.salon.events.salon.SignUpRules;
import org.salon.events.salon.TopicGroup;

/** A past salon as a row of a table tells of it. */
public record PastSalon(int number, LocalDate date, ZoneId zone, List<TopicGroup> groups, List<Link> links,
		List<String> notes, @Nullable String series) {

	private static final int LONGEST_TITLE = 200;

	SalonDetails details() {
		return new SalonDetails(title(), null, null, this.date, null, null, this.zone, List.of(), List.of(), List.of(),
				null, null, List.of(), false, null, null, this.groups, this.links, this.notes, SignUpRules.PLAIN, null,
				null, this.series);
	}

	/** What the system knows of a salon that it ran itself, and what the row adds. */
	SalonDetails mergedInto(SalonDetails known) {
		return known.mergedWith(this.groups, this.links, this.notes, this.series);
	}

	/** The same under another number. */
	PastSalon under(int number) {
		return new PastSalon(number, this.date, this.zone, this.groups, this.links, this.notes, this.series);
	}

	/** The same, but for what an operator took out of the salon. */
	PastSalon without(Withdrawn withdrawn) {
		List<TopicGroup> groups = this.groups.stream()
			.map((group) -> new TopicGroup(group.tag(),
					group.topics().stream().filter((topic) -> !withdrawn.hasTopic(group.tag(), topic)).toList()))
			.filter((group) -> !group.topics().isEmpty())
			.toList();
		return new PastSalon(this.number, this.date, this.zone, groups,
				this.links.stream().filter((link) -> !withdrawn.urls().contains(link.url())).toList(),
				this.notes.stream().filter((note) -> !withdrawn.notes().contains(note)).toList(), this.series);
	}

	private String title() {
		String title = this.groups.stream()
			.flatMap((group) -> group.topics().stream())
			.collect(Collectors.joining("；"));
		return (title.codePointCount(0, title.length()) <= LONGEST_TITLE) ? title
				: title.substring(0, title.offsetByCodePoints(0, LONGEST_TITLE - 1)) + "…";
	}

}
