package org.salon.notification.digest;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;

/**
 * A day of which there is a digest.
 *
 * @param notAfter from then on it is stale, and not sent any more
 */
record DigestDay(LocalDate day, Instant dueAt, Instant notAfter) {

	/**
	 * For so long it still says what matters: through the night, but not the next day.
	 */
	static final Duration FRESH = Duration.ofHours(12);

	/**
	 * The last one that was due at that time of day there, unless it is stale. Where
	 * clocks skip the time it is due when they have, and where they show it twice the
	 * first time: once a day in any case.
	 */
	static Optional<DigestDay> latest(Instant now, LocalTime at, ZoneId zone) {
		LocalDate today = now.atZone(zone).toLocalDate();
		DigestDay day = of(today, at, zone);
		DigestDay last = now.isBefore(day.dueAt()) ? of(today.minusDays(1), at, zone) : day;
		boolean open = !now.isBefore(last.dueAt()) && now.isBefore(last.notAfter());
		return open ? Optional.of(last) : Optional.empty();
	}

	private static DigestDay of(LocalDate day, LocalTime at, ZoneId zone) {
		Instant dueAt = day.atTime(at).atZone(zone).toInstant();
		return new DigestDay(day, dueAt, dueAt.plus(FRESH));
	}

}
