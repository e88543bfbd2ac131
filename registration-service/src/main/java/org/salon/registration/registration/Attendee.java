package org.salon.registration.registration;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.salon.events.invitation.InvitationAnswer;
import org.salon.events.registration.RegistrationStatus;
import org.salon.registration.delivery.Outcome;

/**
 * A line of the attendee list: a person, the place, and what became of each mail.
 *
 * @param answers by the question's id
 * @param calendarAnswer what the person's calendar answered to the invitation that is
 * valid now, if it did
 */
public record Attendee(UUID id, UUID memberId, String name, String email, @Nullable String affiliation,
		RegistrationStatus status, @Nullable Integer position, Instant registeredAt, @Nullable String note,
		Map<String, List<String>> answers, List<Outcome> deliveries, @Nullable Instant attendedAt,
		@Nullable InvitationAnswer calendarAnswer) {

	/** With what became of their mails. */
	public Attendee with(List<Outcome> deliveries) {
		return new Attendee(this.id, this.memberId, this.name, this.email, this.affiliation, this.status, this.position,
				this.registeredAt, this.note, this.answers, deliveries, this.attendedAt, this.calendarAnswer);
	}

	/** With the place in line. */
	public Attendee at(@Nullable Integer position) {
		return new Attendee(this.id, this.memberId, this.name, this.email, this.affiliation, this.status, position,
				this.registeredAt, this.note, this.answers, this.deliveries, this.attendedAt, this.calendarAnswer);
	}

	/** A page of the list. */
	public record Page(List<Attendee> items, int page, int size, long total) {
	}

}
