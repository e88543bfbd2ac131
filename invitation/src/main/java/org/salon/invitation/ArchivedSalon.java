package org.salon.invitation;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

/**
 * One row of the table of past salons.
 *
 * @param number 1 to 999,999, once per invitation
 * @param groups the topics by tag, each tag once, in the order of the text
 * @param links every address of the row, whichever cell it stands in, once
 * @param notes what stands beside the links and is none, such as "open on a computer"
 * @param series that it is one of, by the heading of the table
 * @param line where the row stands, counted from 1; 0 of one that was not read
 */
public record ArchivedSalon(int number, LocalDate date, List<TopicGroup> groups, List<Link> links, List<String> notes,
		@Nullable String series, int line) {

	public ArchivedSalon {
		groups = List.copyOf(groups);
		links = List.copyOf(links);
		notes = List.copyOf(notes);
	}

	/** The topics of all groups. */
	public List<String> topics() {
		return this.groups.stream().flatMap((group) -> group.topics().stream()).toList();
	}

	/** The tags of all groups that have one. */
	public List<String> tags() {
		return this.groups.stream().map(TopicGroup::tag).filter(Objects::nonNull).toList();
	}

}
