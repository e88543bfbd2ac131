package org.salon.notification.mail;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

import org.jspecify.annotations.Nullable;
import org.salon.notification.member.Member;
import org.salon.notification.registration.Registration;

/**
 * A letter to anyone of whom the same is to be said: what is one person's own is left
 * out, or has a mark in its place. Letters with the same faceless one differ in nothing
 * but their marks.
 */
final class Faceless {

	private Faceless() {
	}

	/**
	 * The letter without the person.
	 * @param named whether it calls the person by name
	 */
	static Letter of(Letter letter, boolean named) {
		return new Letter(Mark.DELIVERY.id(), letter.kind(), letter.aboutSalon(), place(letter.aboutPlace()),
				member(letter.member(), named), letter.calendar(), second(letter.writtenAt()));
	}

	/** The next whole one, so that no salon is said to be farther off than it is. */
	private static Instant second(Instant moment) {
		Instant begun = moment.truncatedTo(ChronoUnit.SECONDS);
		return begun.equals(moment) ? moment : begun.plusSeconds(1);
	}

	private static Member member(Member member, boolean named) {
		String name = named ? Mark.NAME.text() : "";
		return new Member(Mark.MEMBER.id(), name, Mark.ADDRESS.text(), member.locale(), member.preferences(), 0,
				member.zone(), null, null, null, 0);
	}

	private static @Nullable Registration place(@Nullable Registration place) {
		if (place == null) {
			return null;
		}
		return new Registration(Mark.REGISTRATION.id(), Mark.MEMBER.id(), place.salonNumber(), 0, place.standing(),
				Instant.EPOCH, 0, place.held(), place.placeInLine(), null, 0, place.calendarRevision(), 0,
				place.confirmBy(), place.offered(), place.attended() ? Instant.EPOCH : null, place.feedbackGiven());
	}

}
