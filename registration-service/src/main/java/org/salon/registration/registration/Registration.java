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
 * @param line rises with each who gets in line; only while in line
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

	static Registration fresh(int salonNumber, Member member, Place place, Remarks remarks, Instant now) {
		return new Registration(UUID.randomUUID(), salonNumber, member.id(), 1, place.status(), member.name(), remarks,
				place.line(), 1, 0, 0, now, now, null, null);
	}

	boolean isLive() {
		return this.status != RegistrationStatus.CANCELLED;
	}

	/** After having been given back. */
	Registration takenAgain(String name, Place place, Instant now) {
		return new Registration(this.id, this.salonNumber, this.memberId, this.version + 1, place.status(), name,
				this.remarks, place.line(), this.confirmationRevision + 1, this.calendarRevision + 1,
				this.linkGeneration, now, now, null, this.attendedAt);
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

	Registration cancelled() {
		return moved(RegistrationStatus.CANCELLED);
	}

	Registration promoted() {
		return moved(RegistrationStatus.REGISTERED);
	}

	/** With the person having come; coming again changes nothing. */
	Registration came(Instant at) {
		// As fine as it is stored, so that the event says the same as the list.
		return (this.attendedAt != null) ? this : marked(at.truncatedTo(ChronoUnit.MICROS));
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
		return new Registration(this.id, this.salonNumber, this.memberId, this.version + 1, status, this.name,
				this.remarks, null, this.confirmationRevision, this.calendarRevision + 1, this.linkGeneration,
				this.registeredAt, this.confirmedAt, null, this.attendedAt);
	}

	/**
	 * What a newcomer gets.
	 *
	 * @param line only for a place in line
	 */
	record Place(RegistrationStatus status, @Nullable Long line) {

		static final Place SEAT = new Place(RegistrationStatus.REGISTERED, null);

		static Place inLine(long line) {
			return new Place(RegistrationStatus.WAITLISTED, line);
		}

	}

}
