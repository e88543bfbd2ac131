package org.salon.registration.invitation;

import org.salon.invitation.ComingSalon;
import java.util.List;
import java.util.function.UnaryOperator;

import org.jspecify.annotations.Nullable;

import org.salon.events.salon.SignUpRules;
import org.salon.events.salon.Speaker;
import org.salon.registration.salon.SalonDetails;

/** The coming salon of an invitation, as the salons know it. */
final class InvitedSalon {

	private InvitedSalon() {
	}

	static SalonDetails details(ComingSalon coming) {
		return details(coming, null);
	}

	/** Writes the invitation over what there is; what no invitation says stays. */
	static UnaryOperator<SalonDetails> over(ComingSalon coming) {
		return (known) -> details(coming, known);
	}

	private static SalonDetails details(ComingSalon coming, @Nullable SalonDetails known) {
		List<Speaker> speakers = coming.speakers()
			.stream()
			.map((speaker) -> new Speaker(speaker.name(), speaker.affiliation()))
			.toList();
		// An invitation that names no place leaves it to the page to sign up on.
		SalonDetails place = (coming.joinText() == null && coming.joinLinks().isEmpty()) ? known : null;
		return new SalonDetails(coming.title(), coming.host(), coming.format(), coming.startsAt().toLocalDate(),
				coming.startsAt().atZone(coming.zone()).toInstant(), coming.endsAt().atZone(coming.zone()).toInstant(),
				coming.zone(), speakers, coming.papers(), coming.outline(), coming.introduction(),
				(place != null) ? place.joinText() : coming.joinText(),
				(place != null) ? place.joinLinks() : coming.joinLinks(), known != null && known.joinPublic(),
				coming.about(), (known != null) ? known.capacity() : null, (known != null) ? known.groups() : List.of(),
				(known != null) ? known.links() : List.of(), (known != null) ? known.notes() : List.of(),
				(known != null) ? known.signUp() : SignUpRules.PLAIN, (known != null) ? known.reminders() : null,
				(known != null) ? known.chatReminders() : null,
				(coming.series() != null || known == null) ? coming.series() : known.series());
	}

}
