package org.salon.archive.salon;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

/**
 * A salon as the archive remembers it. How to join is left out on purpose: it is over,
 * and was perhaps never public.
 *
 * @param startsAt absent for a past salon known from an import only
 * @param endsAt absent when the start is
 * @param introduction Markdown
 * @param notes remarks on the links, such as how to find the recording
 * @param series that it is one of, such as a reading group
 */
public record Salon(int number, String title, LocalDate date, Status status, @Nullable String host,
		@Nullable Instant startsAt, @Nullable Instant endsAt, ZoneId zone, List<Speaker> speakers, List<String> papers,
		List<String> outline, @Nullable String introduction, List<TopicGroup> groups, List<Link> links,
		List<String> notes, @Nullable String series) {

	/** The highest number that a salon can have. */
	public static final int MAX_NUMBER = 999_999;

	public Salon {
		if (number < 1 || number > MAX_NUMBER) {
			throw new UnusableSalon("number " + number + " is not within 1 to " + MAX_NUMBER);
		}
		speakers = List.copyOf(speakers);
		papers = List.copyOf(papers);
		outline = List.copyOf(outline);
		groups = List.copyOf(groups);
		links = List.copyOf(links);
		notes = List.copyOf(notes);
	}

	/**
	 * What is left of it under a number that it gave up: as little to be seen as one that
	 * is called off, and nothing to watch that another salon of the number could inherit.
	 */
	public Salon givenUp() {
		return new Salon(this.number, this.title, this.date, Status.CANCELLED, this.host, this.startsAt, this.endsAt,
				this.zone, this.speakers, this.papers, this.outline, this.introduction, this.groups, List.of(),
				this.notes, this.series);
	}

	/** Whether there is something to watch or read afterwards. */
	public boolean hasReplay() {
		return !this.links.isEmpty();
	}

	/**
	 * What the salon is at by then: the end may pass without an event that says so.
	 */
	public Status statusAt(Instant now) {
		boolean over = this.endsAt != null && !this.endsAt.isAfter(now);
		return (this.status == Status.ANNOUNCED && over) ? Status.HELD : this.status;
	}

	/** The topics of all groups, in order. */
	public List<String> topics() {
		return this.groups.stream().flatMap((group) -> group.topics().stream()).toList();
	}

	/** The tags of all groups, each once. */
	public List<String> tags() {
		return this.groups.stream().map(TopicGroup::tag).filter(Objects::nonNull).distinct().toList();
	}

}
