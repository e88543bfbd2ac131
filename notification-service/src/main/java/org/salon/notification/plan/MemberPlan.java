package org.salon.notification.plan;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.salon.notification.member.Member;
import org.salon.notification.plan.PlannedDelivery.Fate;
import org.salon.notification.registration.Registration;
import org.salon.notification.salon.Salon;

/**
 * Which deliveries should exist that are about no place held: pure functions of what is
 * known, as {@link DeliveryPlan} is.
 */
public final class MemberPlan {

	/** Each person hears once of a new salon, whatever becomes of it afterwards. */
	public static final String ONCE = "once";

	/** For how long someone who asked for announcements still knows that they did. */
	private static final Duration SUBSCRIPTION_MEMORY = Duration.ofHours(48);

	private MemberPlan() {
	}

	/** What is due to a person who is at no salon: the check of a subscription. */
	public static List<PlannedDelivery> of(Member member, Instant now) {
		Integer revision = member.requestedRevision();
		Instant requestedAt = member.requestedAt();
		if (revision == null || requestedAt == null || member.preferences().announcements()) {
			return List.of();
		}
		return List.of(planned(DeliveryKind.SUBSCRIPTION_CHECK, revision.toString(), now,
				requestedAt.plus(SUBSCRIPTION_MEMORY)));
	}

	/** The announcement of a salon; nothing, if it is none or comes too late. */
	public static @Nullable PlannedDelivery announcement(Salon salon, Instant now) {
		if (salon.announcedAt() == null || salon.cancelled() || !now.isBefore(salon.startsAt())) {
			return null;
		}
		return planned(DeliveryKind.ANNOUNCEMENT, ONCE, now, salon.startsAt());
	}

	/**
	 * Whether that person is to hear of that salon. The ledger asks the same of many
	 * people at once.
	 * @param place the person's registration for it, if they have one
	 */
	public static boolean announces(Salon salon, Member member, @Nullable Registration place) {
		Instant subscribedAt = member.subscribedAt();
		Instant announcedAt = salon.announcedAt();
		return announcedAt != null && !salon.cancelled() && place == null && member.preferences().announcements()
				&& subscribedAt != null && !subscribedAt.isAfter(announcedAt);
	}

	private static PlannedDelivery planned(DeliveryKind kind, String occurrence, Instant now, Instant notAfter) {
		boolean late = !now.isBefore(notAfter);
		return new PlannedDelivery(kind, occurrence, now, notAfter, CalendarMethod.NONE, late ? Fate.EXPIRE : Fate.SEND,
				late ? "there was no time left for it when it became known" : null);
	}

}
