package org.salon.registration.salon;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import org.salon.events.salon.Link;
import org.salon.events.salon.SignUpRules;
import org.salon.events.salon.Speaker;
import org.salon.events.salon.TopicGroup;

/**
 * All that the organiser says of a salon. The parts mean what they mean in
 * {@link org.salon.events.salon.SalonState}.
 *
 * @param startsAt absent only of a past salon from an import, as {@code endsAt}
 */
public record SalonDetails(String title, @Nullable String host, @Nullable String format, LocalDate date,
		@Nullable Instant startsAt, @Nullable Instant endsAt, ZoneId zone, List<Speaker> speakers, List<String> papers,
		List<String> outline, @Nullable String introduction, @Nullable String joinText, List<String> joinLinks,
		boolean joinPublic, @Nullable String about, @Nullable Integer capacity, List<TopicGroup> groups,
		List<Link> links, List<String> notes, SignUpRules signUp, @Nullable List<Duration> reminders,
		@Nullable List<Duration> chatReminders, @Nullable String series) {

	public SalonDetails {
		speakers = List.copyOf(speakers);
		papers = List.copyOf(papers);
		outline = List.copyOf(outline);
		joinLinks = List.copyOf(joinLinks);
		groups = List.copyOf(groups);
		links = List.copyOf(links);
		notes = List.copyOf(notes);
		// Salons stored before there were rules have none.
		signUp = Objects.requireNonNullElse(signUp, SignUpRules.PLAIN);
		reminders = (reminders != null) ? List.copyOf(reminders) : null;
		chatReminders = (chatReminders != null) ? List.copyOf(chatReminders) : null;
	}

	/** The same with these links instead. */
	public SalonDetails withLinks(List<Link> links) {
		return new SalonDetails(this.title, this.host, this.format, this.date, this.startsAt, this.endsAt, this.zone,
				this.speakers, this.papers, this.outline, this.introduction, this.joinText, this.joinLinks,
				this.joinPublic, this.about, this.capacity, this.groups, links, this.notes, this.signUp, this.reminders,
				this.chatReminders, this.series);
	}

	/**
	 * What stays from one salon to the next of the same kind: all but its theme, and what
	 * is said of that alone.
	 * @param series its name, and its title for as long as it has no theme
	 */
	public SalonDetails next(String series, Instant startsAt, Instant endsAt, ZoneId zone) {
		return new SalonDetails(series, this.host, this.format, LocalDate.ofInstant(startsAt, zone), startsAt, endsAt,
				zone, List.of(), List.of(), List.of(), null, this.joinText, this.joinLinks, this.joinPublic, this.about,
				this.capacity, List.of(), List.of(), List.of(), this.signUp, this.reminders, this.chatReminders,
				series);
	}

	/**
	 * The same, and what a row about it adds; nothing that is there is replaced.
	 */
	SalonDetails mergedWith(List<TopicGroup> moreGroups, List<Link> moreLinks, List<String> moreNotes,
			@Nullable String saidSeries) {
		List<Link> links = new ArrayList<>(this.links);
		for (Link link : moreLinks) {
			if (links.stream().noneMatch((known) -> known.url().equals(link.url()))) {
				links.add(link);
			}
		}
		List<String> notes = new ArrayList<>(this.notes);
		moreNotes.stream().filter((note) -> !notes.contains(note)).forEach(notes::add);
		return new SalonDetails(this.title, this.host, this.format, this.date, this.startsAt, this.endsAt, this.zone,
				this.speakers, this.papers, this.outline, this.introduction, this.joinText, this.joinLinks,
				this.joinPublic, this.about, this.capacity, groupsWith(moreGroups), links, notes, this.signUp,
				this.reminders, this.chatReminders, (this.series != null) ? this.series : saidSeries);
	}

	/** Names of the parts in which the two differ, as the wire calls them. */
	List<String> changesTo(SalonDetails other) {
		List<String> changed = new ArrayList<>();
		compare(changed, "title", this.title, other.title);
		compare(changed, "host", this.host, other.host);
		compare(changed, "format", this.format, other.format);
		compare(changed, "date", this.date, other.date);
		compare(changed, "startsAt", this.startsAt, other.startsAt);
		compare(changed, "endsAt", this.endsAt, other.endsAt);
		compare(changed, "zone", this.zone, other.zone);
		compare(changed, "speakers", this.speakers, other.speakers);
		compare(changed, "papers", this.papers, other.papers);
		compare(changed, "outline", this.outline, other.outline);
		compare(changed, "introduction", this.introduction, other.introduction);
		compare(changed, "joinText", this.joinText, other.joinText);
		compare(changed, "joinLinks", this.joinLinks, other.joinLinks);
		compare(changed, "joinPublic", this.joinPublic, other.joinPublic);
		compare(changed, "about", this.about, other.about);
		compare(changed, "capacity", this.capacity, other.capacity);
		compare(changed, "groups", this.groups, other.groups);
		compare(changed, "links", this.links, other.links);
		compare(changed, "notes", this.notes, other.notes);
		compare(changed, "signUp", this.signUp, other.signUp);
		compare(changed, "reminders", this.reminders, other.reminders);
		compare(changed, "chatReminders", this.chatReminders, other.chatReminders);
		compare(changed, "series", this.series, other.series);
		return changed;
	}

	private List<TopicGroup> groupsWith(List<TopicGroup> more) {
		List<TopicGroup> groups = new ArrayList<>(this.groups);
		for (TopicGroup group : more) {
			List<String> fresh = group.topics().stream().filter((topic) -> !hasTopic(group.tag(), topic)).toList();
			if (!fresh.isEmpty()) {
				groups.add(new TopicGroup(group.tag(), fresh));
			}
		}
		return groups;
	}

	private boolean hasTopic(@Nullable String tag, String topic) {
		return this.groups.stream()
			.anyMatch((group) -> Objects.equals(group.tag(), tag) && group.topics().contains(topic));
	}

	private static void compare(List<String> changed, String name, @Nullable Object one, @Nullable Object other) {
		if (!Objects.equals(one, other)) {
			changed.add(name);
		}
	}

}
