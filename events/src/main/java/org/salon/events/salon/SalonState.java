package org.salon.events.salon;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

/**
 * Everything that is said of a salon.
 *
 * @param number 1 to 999,999; the salon's name
 * @param title the theme
 * @param host who gives it
 * @param format the way of taking part, such as online
 * @param date the day in the salon's zone; of a past salon from an import all that is
 * known
 * @param startsAt the start; absent for an imported past salon, present for all others
 * @param endsAt the end, after the start; absent when the start is
 * @param introduction Markdown
 * @param joinText what to do to take part, in words
 * @param joinLinks addresses of the meeting, or of the picture that leads to it
 * @param joinPublic whether the public page may show how to join, or only mails and the
 * attendee's own page
 * @param about Markdown about the club
 * @param capacity seats; unlimited if absent
 * @param notes remarks on the links, such as how to find the recording
 * @param calendarRevision rises when something in a calendar entry changes
 * @param signUp how places are given; absent if at once and without questions
 * @param reminders how long before the start people are reminded; empty if never, absent
 * if as of all of the club's salons
 * @param chatReminders how long before the start the club's chats are reminded; empty if
 * never, absent if as of all of the club's salons
 * @param series that the salon is one of, such as a reading group; absent if of none
 */
public record SalonState(int number, String title, @Nullable String host, @Nullable String format, LocalDate date,
		@Nullable Instant startsAt, @Nullable Instant endsAt, ZoneId zone, SalonStatus status, List<Speaker> speakers,
		List<String> papers, List<String> outline, @Nullable String introduction, @Nullable String joinText,
		List<String> joinLinks, boolean joinPublic, @Nullable String about, @Nullable Integer capacity,
		List<TopicGroup> groups, List<Link> links, List<String> notes, int calendarRevision,
		@Nullable SignUpRules signUp, @Nullable List<Duration> reminders, @Nullable List<Duration> chatReminders,
		@Nullable String series) {

	public SalonState {
		Objects.requireNonNull(title, "title");
		Objects.requireNonNull(date, "date");
		Objects.requireNonNull(zone, "zone");
		Objects.requireNonNull(status, "status");
		if (status != SalonStatus.ARCHIVED && (startsAt == null || endsAt == null)) {
			throw new IllegalArgumentException("startsAt and endsAt are required of a salon that is " + status);
		}
		speakers = List.copyOf(speakers);
		papers = List.copyOf(papers);
		outline = List.copyOf(outline);
		joinLinks = List.copyOf(joinLinks);
		groups = List.copyOf(groups);
		links = List.copyOf(links);
		notes = List.copyOf(notes);
		reminders = beforeTheStart("reminders", reminders);
		chatReminders = beforeTheStart("chatReminders", chatReminders);
	}

	private static @Nullable List<Duration> beforeTheStart(String name, @Nullable List<Duration> offsets) {
		if (offsets == null) {
			return null;
		}
		if (offsets.stream().anyMatch((offset) -> !offset.isPositive())) {
			throw new IllegalArgumentException(name + " must be before the start");
		}
		return List.copyOf(offsets);
	}

}
