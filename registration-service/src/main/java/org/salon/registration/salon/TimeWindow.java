package org.salon.registration.salon;

import java.time.Duration;
import java.time.Instant;

/**
 * A time within which something can be done with a salon.
 *
 * @param opensAt the first moment of it
 * @param closesAt the first moment after it
 */
public record TimeWindow(Instant opensAt, Instant closesAt) {

	private static final Duration DOORS = Duration.ofHours(1);

	private static final Duration FEEDBACK = Duration.ofDays(30);

	/** When one can come: from an hour before the start until the end. */
	public static TimeWindow ofJoining(Salon salon) {
		return new TimeWindow(salon.startsAt().minus(DOORS), salon.endsAt());
	}

	/** When one can say how it was: from the start until 30 days after the end. */
	public static TimeWindow ofFeedback(Salon salon) {
		return new TimeWindow(salon.startsAt(), salon.endsAt().plus(FEEDBACK));
	}

	public boolean isYetToOpen(Instant now) {
		return now.isBefore(this.opensAt);
	}

	public boolean isClosed(Instant now) {
		return !now.isBefore(this.closesAt);
	}

}
