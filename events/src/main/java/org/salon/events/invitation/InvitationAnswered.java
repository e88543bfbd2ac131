package org.salon.events.invitation;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

import org.salon.events.DomainEvent;

/**
 * A person's calendar answered the invitation to a salon, or answered it anew. Whether
 * the place is given back because of it is for the service that gives places to say.
 *
 * @param sequence of the invitation that was answered: the calendar revisions of salon
 * and registration, added. An answer to a lower one than is valid now is about a date
 * that no longer holds, or a place that was given back since
 * @param answeredAt when, by the person's own calendar
 */
public record InvitationAnswered(UUID registrationId, int salonNumber, UUID memberId, InvitationAnswer answer,
		int sequence, Instant answeredAt) implements DomainEvent {

	public InvitationAnswered {
		Objects.requireNonNull(registrationId, "registrationId");
		Objects.requireNonNull(memberId, "memberId");
		Objects.requireNonNull(answer, "answer");
		Objects.requireNonNull(answeredAt, "answeredAt");
	}

	@Override
	public String subject() {
		return "invitation/" + this.registrationId;
	}

	@Override
	public String key() {
		return this.memberId.toString();
	}

}
