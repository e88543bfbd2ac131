package org.salon.notification.mail;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.salon.notification.member.Member;
import org.salon.notification.plan.CalendarMethod;
import org.salon.notification.plan.DeliveryKind;
import org.salon.notification.registration.Registration;
import org.salon.notification.salon.Salon;

/**
 * All that a mail is made from.
 *
 * @param deliveryId of which the Message-ID is made
 * @param aboutSalon absent, if it is about none
 * @param aboutPlace absent, if it is about none
 * @param words that an organiser wrote for this one, if they did
 * @param writtenAt the moment that the mail speaks from: how soon the salon is
 */
public record Letter(UUID deliveryId, DeliveryKind kind, @Nullable Salon aboutSalon, @Nullable Registration aboutPlace,
		Member member, CalendarMethod calendar, @Nullable OwnWords words, Instant writtenAt) {

	public Letter(UUID deliveryId, DeliveryKind kind, @Nullable Salon aboutSalon, @Nullable Registration aboutPlace,
			Member member, CalendarMethod calendar, Instant writtenAt) {
		this(deliveryId, kind, aboutSalon, aboutPlace, member, calendar, null, writtenAt);
	}

	/** The salon of a mail that is about one: all but the check of a subscription. */
	Salon salon() {
		return Objects.requireNonNull(this.aboutSalon, "aboutSalon");
	}

	/** The place of a mail that is about one. */
	Registration registration() {
		return Objects.requireNonNull(this.aboutPlace, "aboutPlace");
	}

	/** Whether the person was at the salon, of a mail that is written after it. */
	boolean thanks() {
		return this.kind == DeliveryKind.REPLAY && registration().attended();
	}

	/** Whether the salon is over and the person was not seen there. */
	boolean misses() {
		return this.kind == DeliveryKind.REPLAY && !registration().attended()
				&& !this.writtenAt.isBefore(salon().endsAt());
	}

}
