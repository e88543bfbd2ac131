package org.salon.notification.registration;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.salon.events.registration.FeedbackGiven;
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
 * @param held whether there is something to lose, or was until it was cancelled: a place,
 * a place in line or an offered seat, and not just a sign-up that nobody confirmed
 * @param placeInLine from 1; only while waitlisted
 * @param promotedRevision the confirmation's revision when the person moved up from the
 * line; until the confirmation is asked for again, that notice is the confirmation
 * @param confirmBy until when a pending one has to be confirmed
 * @param offered of a pending one, whether it waits for the answer to the offer of a
 * seat, not for the address to be confirmed; of a cancelled one, whether it did
 * @param attendedAt when the person came to the salon, if they did
 * @param feedbackGiven whether they said how it was
 */
public record Registration(UUID id, UUID memberId, int salonNumber, long version, Standing standing, Instant since,
		long sinceVersion, boolean held, @Nullable Integer placeInLine, @Nullable Integer promotedRevision,
		int confirmationRevision, int calendarRevision, int linkGeneration, @Nullable Instant confirmBy,
		boolean offered, @Nullable Instant attendedAt, boolean feedbackGiven) {

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
		boolean offered = offered(before, event, standing);
		return new Registration(state.registrationId(), state.memberId(), state.salonNumber(), version, standing,
				(same != null) ? same.since() : changed, (same != null) ? same.sinceVersion() : version,
				held(before, standing, offered), state.position(), promotedRevision(same, event),
				state.confirmationRevision(), state.calendarRevision(), state.linkGeneration(), state.confirmBy(),
				offered, state.attendedAt(),
				event instanceof FeedbackGiven || (before != null && before.feedbackGiven()));
	}

	/** Whether the place was the person's own only after waiting for it. */
	public boolean promoted() {
		return this.promotedRevision != null && this.promotedRevision == this.confirmationRevision;
	}

	/** Whether the person was at the salon, as far as it can be known. */
	public boolean attended() {
		return this.attendedAt != null;
	}

	private static boolean offered(@Nullable Registration before, RegistrationEvent event, Standing standing) {
		return switch (standing) {
			case REGISTERED, WAITLISTED -> false;
			// Who was in line is confirmed already: only a seat can wait for them.
			case PENDING ->
				event instanceof WaitlistPromoted || (before != null && (before.standing() == Standing.WAITLISTED
						|| (before.standing() == standing && before.offered())));
			case CANCELLED -> before != null && before.offered();
		};
	}

	private static boolean held(@Nullable Registration before, Standing standing, boolean offered) {
		return switch (standing) {
			case REGISTERED, WAITLISTED -> true;
			case PENDING -> offered;
			case CANCELLED -> before != null && before.held();
		};
	}

	private static @Nullable Integer promotedRevision(@Nullable Registration same, RegistrationEvent event) {
		if (event instanceof WaitlistPromoted) {
			return event.registration().confirmationRevision();
		}
		// Who gave the place back and signs up anew did not move up this time.
		return (same != null) ? same.promotedRevision() : null;
	}

}
