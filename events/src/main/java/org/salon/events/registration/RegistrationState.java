package org.salon.events.registration;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * One person's registration for one salon; with the person's name, address and language,
 * so that the event is enough to write to them.
 *
 * @param locale language of pages and mails, a BCP 47 tag
 * @param position place in line, from 1; only while waitlisted
 * @param registeredAt when the person last signed up
 * @param confirmationRevision rises each time the person asks for the confirmation, so
 * that a lost mail is had by signing up again
 * @param calendarRevision rises when the person's calendar entry comes or goes
 * @param linkGeneration the generation of links to the registration that is valid
 * @param confirmBy until when a pending place must be confirmed, or an offered seat
 * accepted; only while pending
 * @param attendedAt when the person first came to the salon, if they did
 */
public record RegistrationState(UUID registrationId, int salonNumber, UUID memberId, String name, String email,
		String locale, RegistrationStatus status, @Nullable Integer position, Instant registeredAt,
		int confirmationRevision, int calendarRevision, int linkGeneration, @Nullable Instant confirmBy,
		@Nullable Instant attendedAt) {

	public RegistrationState {
		Objects.requireNonNull(registrationId, "registrationId");
		Objects.requireNonNull(memberId, "memberId");
		Objects.requireNonNull(name, "name");
		Objects.requireNonNull(email, "email");
		Objects.requireNonNull(locale, "locale");
		Objects.requireNonNull(status, "status");
		Objects.requireNonNull(registeredAt, "registeredAt");
	}

}
