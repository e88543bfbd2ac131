package org.salon.notification.plan;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;

import org.salon.events.member.Preferences;
import org.salon.notification.registration.Registration;
import org.salon.notification.salon.Salon;

/**
 * What an organiser writes to those of a salon: to whom it goes, and for how long it is
 * of use.
 *
 * <p>
 * It is a notice about a salon that its reader signed up for, as that of a change is, so
 * that nobody has to want announcements, reminders or replays to get it. But who has
 * ended all three wants nothing any more that is not needed for a place held, and what an
 * organiser writes may be anything: it does not go to them. Nor does it to an address
 * that takes no mail, or that nobody has confirmed yet.
 */
public final class MessagePlan {

	/** From now on until then it can be taken back from all. */
	public static final Duration UNDO = Duration.ofSeconds(30);

	private static final Duration AFTERWARDS = Duration.ofDays(7);

	private MessagePlan() {
	}

	/** Until when it is of use: before the start until the end, later for a week. */
	public static Instant notAfter(Salon salon, Instant now) {
		return now.isBefore(salon.startsAt()) ? salon.endsAt() : now.plus(AFTERWARDS);
	}

	/** Whether it is for the one who has that place. */
	public static boolean isFor(Set<Audience> audience, Registration place, Preferences preferences) {
		boolean wanted = preferences.announcements() || preferences.reminders() || preferences.replays();
		return wanted && audience.stream().anyMatch((group) -> group.has(place));
	}

}
