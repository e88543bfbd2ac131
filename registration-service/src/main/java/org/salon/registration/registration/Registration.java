package org.salon.registration.registration;

import java.time.Duration;
import java.time.Instant;
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
 */
record Registration(UUID id, int salonNumber, UUID memberId, long version, RegistrationStatus status, String name,
		@Nullable String affiliation, @Nullable String note, @Nullable Long line, int confirmationRevision,
		int calendarRevision, int linkGeneration, Instant registeredAt, Instant confirmedAt) {

	/** Someone who signs up again within it gets no second mail. */
	private static final Duration QUIET = Duration.ofHours(1);

	static Registration fresh(int salonNumber, Member member, Place place, @Nullable String affiliation,
			@Nullable String note, Instant now) {
		return new Registration(UUID.randomUUID(), salonNumber, member.id(), 1, place.status(), member.name(),
				affiliation, note, place.line(), 1, 0, 0, now, now);
	}

	boolean isLive() {
		return this.status != RegistrationStatus.CANCELLED;
	}

	/** After having been given back. */
	Registration takenAgain(String name, Place place, Instant now) {
		return new Registration(this.id, this.salonNumber, this.memberId, this.version + 1, place.status(), name,
				this.affiliation, this.note, place.line(), this.confirmationRevision + 1, this.calendarRevision + 1,
				this.linkGeneration, now, now);
	}

	/** With the confirmation asked for once more, if it is long enough since the last. */
	Registration askedAgain(String name, Instant now) {
		boolean confirm = !now.isBefore(this.confirmedAt.plus(QUIET));
		if (!confirm && name.equals(this.name)) {
			return this;
		}
		return new Registration(this.id, this.salonNumber, this.memberId, this.version + 1, this.status, name,
				this.affiliation, this.note, this.line,
				confirm ? this.confirmationRevision + 1 : this.confirmationRevision, this.calendarRevision,
				this.linkGeneration, this.registeredAt, confirm ? now : this.confirmedAt);
	}

	/** With what was last said besides; no event tells of it. */
	Registration saying(@Nullable String affiliation, @Nullable String note) {
		return new Registration(this.id, this.salonNumber, this.memberId, this.version, this.status, this.name,
				affiliation, note, this.line, this.confirmationRevision, this.calendarRevision, this.linkGeneration,
				this.registeredAt, this.confirmedAt);
	}

	Registration cancelled() {
		return moved(RegistrationStatus.CANCELLED);
	}

	Registration promoted() {
		return moved(RegistrationStatus.REGISTERED);
	}

	RegistrationState state(Member member, @Nullable Integer position) {
		return new RegistrationState(this.id, this.salonNumber, this.memberId, member.name(), member.email(),
				member.locale(), this.status, position, this.registeredAt, this.confirmationRevision,
				this.calendarRevision, this.linkGeneration);
	}

	private Registration moved(RegistrationStatus status) {
		return new Registration(this.id, this.salonNumber, this.memberId, this.version + 1, status, this.name,
				this.affiliation, this.note, null, this.confirmationRevision, this.calendarRevision + 1,
				this.linkGeneration, this.registeredAt, this.confirmedAt);
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
