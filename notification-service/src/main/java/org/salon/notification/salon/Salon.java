package org.salon.notification.salon;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.salon.events.salon.Link;
import org.salon.events.salon.ReplayPublished;
import org.salon.events.salon.SalonAnnounced;
import org.salon.events.salon.SalonEvent;
import org.salon.events.salon.SalonState;
import org.salon.events.salon.SalonStatus;
import org.salon.events.salon.Speaker;

/**
 * What this service knows of a salon.
 *
 * @param version of the salon after the last event that was applied
 * @param facts what an attendee has to know
 * @param factsVersion the version at which the facts last changed
 * @param timeSetAt when the present time was set
 * @param announcedAt when it was announced; unknown, if that event was not seen
 * @param replayVersion the version at which the replay was last published, if it was
 * @param replayAt when that was
 * @param reminders how long before the start people are reminded; absent, if as of all
 * salons
 * @param remindersSetAt when that was set; absent, if it never was
 * @param chatReminders how long before the start the club's chats are reminded; absent,
 * if as of all salons
 * @param chatRemindersSetAt when that was set; absent, if it never was
 * @param firstSeenAt when the first person came of whom it is known; of a salon that was
 * found, and not kept with it
 * @param capacity seats; absent if unlimited, or last changed before this was kept
 * @param heldAt when it last changed, if that was after its end: nobody has to be told
 */
public record Salon(int number, long version, SalonFacts facts, long factsVersion, Instant timeSetAt,
		@Nullable String host, List<Speaker> speakers, List<String> papers, @Nullable String introduction,
		List<SalonLink> links, int calendarRevision, @Nullable Instant announcedAt, @Nullable Long replayVersion,
		@Nullable Instant replayAt, @Nullable List<Duration> reminders, @Nullable Instant remindersSetAt,
		@Nullable List<Duration> chatReminders, @Nullable Instant chatRemindersSetAt, @Nullable Instant firstSeenAt,
		@Nullable Integer capacity, @Nullable Instant heldAt) {

	public Salon {
		speakers = List.copyOf(speakers);
		papers = List.copyOf(papers);
		links = List.copyOf(links);
		reminders = (reminders != null) ? List.copyOf(reminders) : null;
		chatReminders = (chatReminders != null) ? List.copyOf(chatReminders) : null;
	}

	/**
	 * The salon after an event.
	 * @param before what was known of it; nothing, if this is the first event seen
	 */
	public static Salon after(@Nullable Salon before, SalonEvent event, long version, Instant at) {
		SalonState state = event.salon();
		SalonFacts facts = facts(state);
		Salon same = (before != null && before.facts().equals(facts)) ? before : null;
		Salon atSameTime = (before != null && before.facts().sameTimeAs(facts)) ? before : null;
		boolean published = event instanceof ReplayPublished replay && !replay.correction();
		return new Salon(state.number(), version, facts, (same != null) ? same.factsVersion() : version,
				(atSameTime != null) ? atSameTime.timeSetAt() : at, state.host(), state.speakers(), state.papers(),
				state.introduction(), state.links().stream().map(Salon::link).toList(), state.calendarRevision(),
				(event instanceof SalonAnnounced) ? at : (before != null) ? before.announcedAt() : null,
				published ? Long.valueOf(version) : (before != null) ? before.replayVersion() : null,
				published ? at : (before != null) ? before.replayAt() : null, state.reminders(),
				setAt((before != null) ? before.reminders() : null, state.reminders(),
						(before != null) ? before.remindersSetAt() : null, at),
				state.chatReminders(),
				setAt((before != null) ? before.chatReminders() : null, state.chatReminders(),
						(before != null) ? before.chatRemindersSetAt() : null, at),
				null, state.capacity(), (state.status() == SalonStatus.HELD) ? at : null);
	}

	/** The same salon with other reminders, as if they had been so from the beginning. */
	public Salon remindedBy(List<Duration> offsets) {
		return new Salon(this.number, this.version, this.facts, this.factsVersion, this.timeSetAt, this.host,
				this.speakers, this.papers, this.introduction, this.links, this.calendarRevision, this.announcedAt,
				this.replayVersion, this.replayAt, offsets, null, this.chatReminders, this.chatRemindersSetAt,
				this.firstSeenAt, this.capacity, this.heldAt);
	}

	/** The same salon, and when the first person was seen there. */
	public Salon firstSeen(@Nullable Instant seenAt) {
		return new Salon(this.number, this.version, this.facts, this.factsVersion, this.timeSetAt, this.host,
				this.speakers, this.papers, this.introduction, this.links, this.calendarRevision, this.announcedAt,
				this.replayVersion, this.replayAt, this.reminders, this.remindersSetAt, this.chatReminders,
				this.chatRemindersSetAt, seenAt, this.capacity, this.heldAt);
	}

	public Instant startsAt() {
		return this.facts.startsAt();
	}

	public Instant endsAt() {
		return this.facts.endsAt();
	}

	public ZoneId zone() {
		return this.facts.zone();
	}

	public String title() {
		return this.facts.title();
	}

	public boolean cancelled() {
		return this.facts.cancelled();
	}

	/** Whether what is known of it was said when it was over. */
	public boolean held() {
		return this.heldAt != null;
	}

	/** When offsets were set that were others before, or are those that were set then. */
	private static @Nullable Instant setAt(@Nullable List<Duration> before, @Nullable List<Duration> offsets,
			@Nullable Instant then, Instant at) {
		return Objects.equals(before, offsets) ? then : at;
	}

	private static SalonFacts facts(SalonState state) {
		return new SalonFacts(state.title(), state.format(), Objects.requireNonNull(state.startsAt(), "startsAt"),
				Objects.requireNonNull(state.endsAt(), "endsAt"), state.zone(), state.joinText(),
				state.status() == SalonStatus.CANCELLED);
	}

	private static SalonLink link(Link link) {
		return new SalonLink(link.label(), link.url(), SalonLink.Kind.valueOf(link.kind().name()));
	}

}
