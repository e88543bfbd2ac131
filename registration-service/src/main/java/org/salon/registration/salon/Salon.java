package org.salon.registration.salon;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.salon.events.salon.Link;
import org.salon.registration.input.Refused;

/**
 * One numbered salon. Immutable: each change gives the next version.
 *
 * @param version rises with each change; what is announced has one event for each
 * @param stage as stored, so never {@link SalonStage#HELD}
 * @param calendarRevision rises when something in a calendar entry changes
 * @param replayPublished whether a replay was published, so that the next is a correction
 */
public record Salon(int number, long version, SalonStage stage, SalonDetails details, int calendarRevision,
		boolean replayPublished) {

	private static final Set<String> TIME = Set.of("startsAt", "endsAt", "zone", "date");

	private static final Set<String> IN_CALENDAR = Set.of("title", "host", "format", "joinText", "joinLinks",
			"startsAt", "endsAt", "zone");

	/** What notification-service tells attendees of, if it changes. */
	private static final Set<String> TOLD = Set.of("title", "format", "startsAt", "endsAt", "zone", "joinText");

	static Salon draft(int number, SalonDetails details) {
		return new Salon(number, 1, SalonStage.DRAFT, details, 0, false);
	}

	static Salon archived(int number, SalonDetails details) {
		return new Salon(number, 1, SalonStage.ARCHIVED, details, 0, false);
	}

	/** What it is at that time. */
	public SalonStage stageAt(Instant now) {
		Instant end = this.details.endsAt();
		boolean over = this.stage == SalonStage.ANNOUNCED && end != null && !now.isBefore(end);
		return over ? SalonStage.HELD : this.stage;
	}

	public boolean isDraft() {
		return this.stage == SalonStage.DRAFT;
	}

	/** Whether others than the operator may know of it. */
	public boolean isPublic() {
		return this.stage != SalonStage.DRAFT;
	}

	/** The start of a salon that has one. */
	public Instant startsAt() {
		return Objects.requireNonNull(this.details.startsAt(), "an archived salon has no time");
	}

	/** The end of a salon that has one. */
	public Instant endsAt() {
		return Objects.requireNonNull(this.details.endsAt(), "an archived salon has no time");
	}

	/** With these details; the same object if nothing differs. */
	Salon changedTo(SalonDetails next) {
		if (this.stage == SalonStage.CANCELLED || this.stage == SalonStage.ARCHIVED) {
			throw new Refused(Refused.Reason.CONFLICT, "refused.salon." + this.stage, this.number);
		}
		List<String> changed = this.details.changesTo(next);
		if (changed.isEmpty()) {
			return this;
		}
		boolean inCalendar = changed.stream().anyMatch(IN_CALENDAR::contains);
		return next(this.stage, next, inCalendar ? this.calendarRevision + 1 : this.calendarRevision,
				this.replayPublished);
	}

	/** With what a row of a table adds, in whatever stage it is. */
	Salon mergedTo(SalonDetails next) {
		return this.details.equals(next) ? this : next(this.stage, next, this.calendarRevision, this.replayPublished);
	}

	Salon announced() {
		return switch (this.stage) {
			case DRAFT -> next(SalonStage.ANNOUNCED, this.details, this.calendarRevision, false);
			case ANNOUNCED, HELD -> this;
			case ARCHIVED, CANCELLED ->
				throw new Refused(Refused.Reason.CONFLICT, "refused.salon." + this.stage, this.number);
		};
	}

	Salon cancelled(Instant now) {
		return switch (stageAt(now)) {
			case ANNOUNCED -> next(SalonStage.CANCELLED, this.details, this.calendarRevision + 1, this.replayPublished);
			case CANCELLED -> this;
			case DRAFT, HELD, ARCHIVED ->
				throw new Refused(Refused.Reason.CONFLICT, "refused.salon." + stageAt(now), this.number);
		};
	}

	Salon withReplay(List<Link> links) {
		if (this.stage == SalonStage.DRAFT || this.stage == SalonStage.CANCELLED) {
			throw new Refused(Refused.Reason.CONFLICT, "refused.salon." + this.stage, this.number);
		}
		boolean same = this.details.links().equals(links) && (this.replayPublished || isArchived());
		return same ? this : next(this.stage, this.details.withLinks(links), this.calendarRevision, !isArchived());
	}

	/**
	 * Whether a replay of these links would be something new.
	 * @throws Refused where none can be published
	 */
	public boolean wouldPublish(List<Link> links) {
		return withReplay(links) != this;
	}

	/**
	 * With what is mended after the salon; the same object if nothing differs.
	 * @param published whether the replay is published by this as something new
	 */
	Salon corrected(SalonDetails next, boolean published, Instant now) {
		SalonStage at = stageAt(now);
		boolean past = at == SalonStage.HELD || at == SalonStage.ARCHIVED;
		if (!past && !(at == SalonStage.ANNOUNCED && this.replayPublished)) {
			throw new Refused(Refused.Reason.CONFLICT, "refused.correction." + at, this.number);
		}
		List<String> changed = this.details.changesTo(next);
		if (changed.isEmpty()) {
			return this;
		}
		boolean inCalendar = changed.stream().anyMatch(IN_CALENDAR::contains);
		return next(this.stage, next, inCalendar ? this.calendarRevision + 1 : this.calendarRevision,
				this.replayPublished || published);
	}

	/** The last version under this number, which the salon gives up. */
	Salon leaving() {
		if (!isArchived()) {
			throw new Refused(Refused.Reason.CONFLICT, "refused.renumber", this.number);
		}
		return next(this.stage, this.details, this.calendarRevision, this.replayPublished);
	}

	/** The same salon under another number. */
	Salon under(int number) {
		return new Salon(number, this.version + 1, this.stage, this.details, this.calendarRevision,
				this.replayPublished);
	}

	/** The same salon, whose number had so many versions before. */
	Salon after(long versions) {
		return new Salon(this.number, this.version + versions, this.stage, this.details, this.calendarRevision,
				this.replayPublished);
	}

	boolean isArchived() {
		return this.stage == SalonStage.ARCHIVED;
	}

	/** Whether those who hold a place have to know what is other in that one. */
	public boolean tells(Salon next) {
		return this.stage == SalonStage.ANNOUNCED
				&& this.details.changesTo(next.details).stream().anyMatch(TOLD::contains);
	}

	/** Whether the other has another time. */
	public boolean isMovedTo(Salon next) {
		return this.details.changesTo(next.details).stream().anyMatch(TIME::contains);
	}

	@Nullable Integer capacity() {
		return this.details.capacity();
	}

	private Salon next(SalonStage stage, SalonDetails details, int calendarRevision, boolean replayPublished) {
		return new Salon(this.number, this.version + 1, stage, details, calendarRevision, replayPublished);
	}

}
