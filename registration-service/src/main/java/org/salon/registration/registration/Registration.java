package org.salon.registration.registration;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.salon.events.registration.RegistrationState;
import org.salon.events.registration.RegistrationStatus;
import org.salon.registration.member.Member;

/**
 * One person's place, or place in line, for one salon. Immutable: each change gives the
 * next version.
 *
 * @param line rises with each who gets in line; only while in line, or pending for the
 * line: then it holds no seat
 * @param confirmationRevision rises each time the person asks for the confirmation
 * @param calendarRevision rises when the person's calendar entry comes or goes
 * @param confirmedAt when a confirmation was last asked for
 * @param confirmBy until when it must be confirmed, or an offered seat accepted; only
 * while pending
 * @param attendedAt when the person first came, if they did
 */
record Registration(UUID id, int salonNumber, UUID memberId, long version, RegistrationStatus status, String name,
		Remarks remarks, @Nullable Long line, int confirmationRevision, int calendarRevision, int linkGeneration,
		Instant registeredAt, Instant confirmedAt, @Nullable Instant confirmBy, @Nullable Instant attendedAt) {

	/** Someone who signs up again within it gets no second mail. */
	private static final Duration QUIET = Duration.ofHours(1);

	private static final Duration MAIL_AGAIN = Duration.ofMinutes(10);

	static Registration fresh(int salonNumber, Member member, Place place, Remarks remarks, Instant now) {
		return new Registration(UUID.randomUUID(), salonNumber, member.id(), 1, place.status(), member.name(), remarks,
				place.line(), 1, 0, 0, now, now, place.confirmBy(), null);
	}

	boolean isLive() {
		return this.status != RegistrationStatus.CANCELLED;
	}

	/** Whether nobody else can have its seat. */
	boolean holdsSeat() {
		return this.status == RegistrationStatus.REGISTERED
				|| (this.status == RegistrationStatus.PENDING && this.line == null);
	}

	/** Whether it is pending still though its time is over. */
	boolean isDue(Instant now) {
		return this.confirmBy != null && !now.isBefore(this.confirmBy);
	}

	/** After having been given back. */
	Registration takenAgain(String name, Place place, Instant now) {
		return new Registration(this.id, this.salonNumber, this.memberId, this.version + 1, place.status(), name,
				this.remarks, place.line(), this.confirmationRevision + 1, this.calendarRevision + 1,
				this.linkGeneration, now, now, place.confirmBy(), this.attendedAt);
	}

	/** With the confirmation asked for once more, if it is long enough since the last. */
	Registration askedAgain(String name, Instant now) {
		boolean confirm = !now.isBefore(this.confirmedAt.plus(QUIET));
		if (!confirm && name.equals(this.name)) {
			return this;
		}
		return new Registration(this.id, this.salonNumber, this.memberId, this.version + 1, this.status, name,
				this.remarks, this.line, confirm ? this.confirmationRevision + 1 : this.confirmationRevision,
				this.calendarRevision, this.linkGeneration, this.registeredAt, confirm ? now : this.confirmedAt,
				this.confirmBy, this.attendedAt);
	}

	/** With what was last said besides; no event tells of it. */
	Registration saying(Remarks remarks) {
		return new Registration(this.id, this.salonNumber, this.memberId, this.version, this.status, this.name, remarks,
				this.line, this.confirmationRevision, this.calendarRevision, this.linkGeneration, this.registeredAt,
				this.confirmedAt, this.confirmBy, this.attendedAt);
	}

	/** As the person wants to be called and what they say now; no event tells of it. */
	Registration describedBy(String name, Remarks remarks) {
		return new Registration(this.id, this.salonNumber, this.memberId, this.version, this.status, name, remarks,
				this.line, this.confirmationRevision, this.calendarRevision, this.linkGeneration, this.registeredAt,
				this.confirmedAt, this.confirmBy, this.attendedAt);
	}

	/** With its mail asked for once more; the same if it is too soon, or given back. */
	Registration mailedAgain(Instant now) {
		if (!isLive() || now.isBefore(this.confirmedAt.plus(MAIL_AGAIN))) {
			return this;
		}
		return new Registration(this.id, this.salonNumber, this.memberId, this.version + 1, this.status, this.name,
				this.remarks, this.line, this.confirmationRevision + 1, this.calendarRevision, this.linkGeneration,
				this.registeredAt, now, this.confirmBy, this.attendedAt);
	}

	Registration cancelled() {
		return moved(RegistrationStatus.CANCELLED);
	}

	/**
	 * With a seat that came free.
	 * @param acceptBy until when it must be accepted; theirs without asking if absent
	 */
	Registration promoted(@Nullable Instant acceptBy) {
		return (acceptBy != null) ? moved(RegistrationStatus.PENDING, null, acceptBy, this.confirmedAt)
				: moved(RegistrationStatus.REGISTERED);
	}

	/** Its person is there: with the place that they get now. */
	Registration confirmed(Place place, Instant now) {
		return moved(place.status(), place.line(), null, now);
	}

	/** With the person having come; coming again changes nothing. */
	Registration came(Instant at) {
		// As fine as it is stored, so that the event says the same as the list.
		return (this.attendedAt != null) ? this : marked(at.truncatedTo(ChronoUnit.MICROS));
	}

	/** With the person not having come, as it was noted by mistake. */
	Registration notCome() {
		return (this.attendedAt == null) ? this : marked(null);
	}

	/** The same place of another member: a registration of its own. */
	Registration heldBy(Member holder) {
		return new Registration(UUID.randomUUID(), this.salonNumber, holder.id(), 1, this.status, this.name,
				this.remarks, this.line, 1, 0, 0, this.registeredAt, this.confirmedAt, this.confirmBy, this.attendedAt);
	}

	/** The same under another version: where no event tells of the change. */
	Registration as(long version) {
		return new Registration(this.id, this.salonNumber, this.memberId, version, this.status, this.name, this.remarks,
				this.line, this.confirmationRevision, this.calendarRevision, this.linkGeneration, this.registeredAt,
				this.confirmedAt, this.confirmBy, this.attendedAt);
	}

	/** With the better of two places in line, if both are in line. */
	Registration noLaterInLineThan(Registration other) {
		if (this.status != RegistrationStatus.WAITLISTED || this.line == null || other.line == null
				|| other.line >= this.line) {
			return this;
		}
		return new Registration(this.id, this.salonNumber, this.memberId, this.version, this.status, this.name,
				this.remarks, other.line, this.confirmationRevision, this.calendarRevision, this.linkGeneration,
				this.registeredAt, this.confirmedAt, this.confirmBy, this.attendedAt);
	}

	/** What it is at, as someone else could get it. */
	Place place() {
		return new Place(this.status, this.line, this.confirmBy);
	}

	/** With something said of the salon. */
	Registration rated() {
		return marked(this.attendedAt);
	}

	RegistrationState state(Member member, @Nullable Integer position) {
		return new RegistrationState(this.id, this.salonNumber, this.memberId, member.name(), member.email(),
				member.locale(), this.status, position, this.registeredAt, this.confirmationRevision,
				this.calendarRevision, this.linkGeneration, this.confirmBy, this.attendedAt);
	}

	private Registration marked(@Nullable Instant attendedAt) {
		return new Registration(this.id, this.salonNumber, this.memberId, this.version + 1, this.status, this.name,
				this.remarks, this.line, this.confirmationRevision, this.calendarRevision, this.linkGeneration,
				this.registeredAt, this.confirmedAt, this.confirmBy, attendedAt);
	}

	private Registration moved(RegistrationStatus status) {
		return moved(status, null, null, this.confirmedAt);
	}

	private Registration moved(RegistrationStatus status, @Nullable Long line, @Nullable Instant confirmBy,
			Instant confirmedAt) {
		return new Registration(this.id, this.salonNumber, this.memberId, this.version + 1, status, this.name,
				this.remarks, line, this.confirmationRevision, this.calendarRevision + 1, this.linkGeneration,
				this.registeredAt, confirmedAt, confirmBy, this.attendedAt);
	}

	/**
	 * What a newcomer gets.
	 *
	 * @param line only for a place in line, confirmed or not
	 * @param confirmBy until when it must be confirmed, if it must
	 */
	record Place(RegistrationStatus status, @Nullable Long line, @Nullable Instant confirmBy) {

		static final Place SEAT = new Place(RegistrationStatus.REGISTERED, null, null);

		static Place inLine(long line) {
			return new Place(RegistrationStatus.WAITLISTED, line, null);
		}

		/** The same, once the person has confirmed. */
		Place pendingUntil(Instant confirmBy) {
			return new Place(RegistrationStatus.PENDING, this.line, confirmBy);
		}

	}

}
