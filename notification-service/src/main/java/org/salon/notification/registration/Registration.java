package org.salon.notification.registration;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.salon.events.registration.MemberRegistered;
import org.salon.events.registration.RegistrationEvent;
import org.salon.events.registration.RegistrationState;
import org.salon.events.registration.WaitlistPromoted;

/**
 * What this service knows of a registration.
 *
 * @param version of the registration after the last event that was applied
 * @param since from when on it is at what it is at
 * @param sinceVersion the version from which on
 * @param held whether it has ever held a place, or a place in line
 * @param placeInLine from 1; only while waitlisted
 * @param promotedRevision the confirmation's revision when the person moved up from the
 * line; until the confirmation is asked for again, that notice is the confirmation
 */
public record Registration(UUID id, UUID memberId, int salonNumber, long version, Standing standing, Instant since,
		long sinceVersion, boolean held, @Nullable Integer placeInLine, @Nullable Integer promotedRevision,
		int confirmationRevision, int calendarRevision, int linkGeneration) {

	/**
	 * The registration after an event.
	 * @param before what was known of it; nothing, if this is the first event seen
	 */
	public static Registration after(@Nullable Registration before, RegistrationEvent event, long version, Instant at) {
		RegistrationState state = event.registration();
		Standing standing = Standing.valueOf(state.status().name());
		Registration same = (before != null && before.standing() == standing) ? before : null;
		// Someone who signs up counts from then, however late the event comes.
		Instant changed = (event instanceof MemberRegistered) ? state.registeredAt() : at;
		boolean holds = standing == Standing.REGISTERED || standing == Standing.WAITLISTED;
		return new Registration(state.registrationId(), state.memberId(), state.salonNumber(), version, standing,
				(same != null) ? same.since() : changed, (same != null) ? same.sinceVersion() : version,
				holds || (before != null && before.held()), state.position(), promotedRevision(same, event),
				state.confirmationRevision(), state.calendarRevision(), state.linkGeneration());
	}

	/** Whether the place was the person's own only after waiting for it. */
	public boolean promoted() {
		return this.promotedRevision != null && this.promotedRevision == this.confirmationRevision;
	}

	private static @Nullable Integer promotedRevision(@Nullable Registration same, RegistrationEvent event) {
		if (event instanceof WaitlistPromoted) {
			return event.registration().confirmationRevision();
		}
		// Who gave the place back and signs up anew did not move up this time.
		return (same != null) ? same.promotedRevision() : null;
	}

}
