package org.salon.notification.plan;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

import org.salon.notification.salon.Salon;

/**
 * When reminders are due, and until when they make sense.
 *
 * <pre>
 * PT24H, PT1H:  PT24H from 24 h to 2 h before the start, PT1H from 1 h to 1 min before
 * PT60S, PT20S: PT60S from 60 s to 40 s before the start, PT20S from 20 s to 10 s before
 * </pre>
 *
 * @param offsets before the start, longest first
 */
public record ReminderPolicy(List<Duration> offsets) {

	/** How many offsets an operator may name. */
	public static final int MOST = 10;

	/** The longest that an operator may name. */
	public static final Duration LONGEST = Duration.ofDays(60);

	private static final Duration LAST_MINUTE = Duration.ofMinutes(1);

	public ReminderPolicy {
		offsets = offsets.stream().distinct().sorted(Comparator.reverseOrder()).toList();
		if (offsets.stream().anyMatch((offset) -> !offset.isPositive())) {
			throw new IllegalArgumentException("a reminder has to be due before the start: " + offsets);
		}
	}

	/** A policy of those offsets, in any order. */
	public static ReminderPolicy of(Collection<Duration> offsets) {
		return new ReminderPolicy(List.copyOf(offsets));
	}

	/** What holds for that salon: its own offsets, if it has such. */
	public ReminderPolicy of(Salon salon) {
		return (salon.reminders() != null) ? of(salon.reminders()) : this;
	}

	/** From when on the reminder of that offset must not be handed over. */
	public Instant notAfter(Instant startsAt, Duration offset) {
		int next = this.offsets.indexOf(offset) + 1;
		return startsAt.minus(
				(next < this.offsets.size()) ? closesBefore(offset, this.offsets.get(next)) : lastClosesBefore(offset));
	}

	private static Duration closesBefore(Duration offset, Duration nextShorter) {
		Duration twice = nextShorter.multipliedBy(2);
		// Offsets closer than that would leave no window: then it ends midway.
		return (twice.compareTo(offset) < 0) ? twice : offset.plus(nextShorter).dividedBy(2);
	}

	private static Duration lastClosesBefore(Duration offset) {
		Duration half = offset.dividedBy(2);
		return (half.compareTo(LAST_MINUTE) < 0) ? half : LAST_MINUTE;
	}

}
