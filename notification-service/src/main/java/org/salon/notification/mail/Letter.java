package org.salon.notification.mail;

import java.time.Instant;
import java.util.UUID;

import org.salon.notification.member.Member;
import org.salon.notification.plan.CalendarMethod;
import org.salon.notification.plan.DeliveryKind;
import org.salon.notification.registration.Registration;
import org.salon.notification.salon.Salon;

/**
 * All that a mail is made from.
 *
 * @param deliveryId of which the Message-ID is made
 * @param writtenAt the moment that the mail speaks from: how soon the salon is
 */
public record Letter(UUID deliveryId, DeliveryKind kind, Salon salon, Registration registration, Member member,
		CalendarMethod calendar, Instant writtenAt) {
}
