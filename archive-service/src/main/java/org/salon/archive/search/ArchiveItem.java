package org.salon.archive.search;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

import org.salon.archive.salon.DeadLink;
import org.salon.archive.salon.Found;
import org.salon.archive.salon.Highlights;
import org.salon.archive.salon.Link;
import org.salon.archive.salon.Salon;
import org.salon.archive.salon.Segment;
import org.salon.archive.salon.Speaker;
import org.salon.archive.salon.Status;
import org.salon.archive.salon.TopicGroup;

/**
 * One salon.
 *
 * @param topics of all groups
 * @param tags of all groups, each once
 * @param dead those of the links that were found to lead nowhere
 * @param series that it is one of; absent if it is of none
 * @param highlights the texts with something in them that was searched for, each in
 * pieces; absent unless asked for
 * @param snippet of a longer text, in pieces; absent unless asked for
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ArchiveItem(int number, LocalDate date, String title, Status status, List<TopicGroup> groups,
		List<String> topics, List<String> tags, List<Speaker> speakers, List<String> papers, List<Link> links,
		List<DeadLink> dead, List<String> notes, @Nullable String series, @Nullable List<List<Segment>> highlights,
		@Nullable List<Segment> snippet) {

	static ArchiveItem of(Salon salon, List<DeadLink> dead, Instant now) {
		return of(salon, dead, now, null, null);
	}

	static ArchiveItem of(Found found, List<DeadLink> dead, boolean highlighted, Instant now) {
		Salon salon = found.entry().salon();
		return highlighted ? of(salon, dead, now, hits(salon, found.highlights()), found.highlights().snippet())
				: of(salon, dead, now);
	}

	private static ArchiveItem of(Salon salon, List<DeadLink> dead, Instant now,
			@Nullable List<List<Segment>> highlights, @Nullable List<Segment> snippet) {
		return new ArchiveItem(salon.number(), salon.date(), salon.title(), salon.statusAt(now), salon.groups(),
				salon.topics(), salon.tags(), salon.speakers(), salon.papers(), salon.links(), dead, salon.notes(),
				salon.series(), highlights, snippet);
	}

	private static List<List<Segment>> hits(Salon salon, Highlights highlights) {
		Stream<String> names = salon.speakers()
			.stream()
			.flatMap((speaker) -> Stream.concat(Stream.of(speaker.name()), Stream.ofNullable(speaker.affiliation())));
		return Stream
			.of(Stream.of(salon.title()), salon.topics().stream(), names, salon.papers().stream(),
					salon.links().stream().map(Link::label))
			.flatMap((texts) -> texts)
			.distinct()
			.map(highlights::of)
			.filter((text) -> text.stream().anyMatch(Segment::hit))
			.toList();
	}

}
