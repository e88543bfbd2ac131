package org.salon.registration.series;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/**
 * When the salons of a series are: every so many weeks, on the same day of the week at
 * the same time of day. Where clocks are put forward over that time, it is as much later
 * as they are put forward.
 *
 * @param anchor a day on which there is one; its day of the week is that of all
 * @param time of day at which they start, in the zone
 * @param length from start to end
 * @param weeks from one to the next
 */
public record Rhythm(LocalDate anchor, LocalTime time, Duration length, ZoneId zone, int weeks) {

	/** The first start that is later than that moment. */
	public Instant next(Instant after) {
		long days = ChronoUnit.DAYS.between(this.anchor, LocalDate.ofInstant(after, this.zone));
		long step = 7L * this.weeks;
		LocalDate day = this.anchor.plusDays(Math.floorDiv(days, step) * step);
		Instant start = at(day);
		while (!start.isAfter(after)) {
			day = day.plusDays(step);
			start = at(day);
		}
		return start;
	}

	private Instant at(LocalDate day) {
		return day.atTime(this.time).atZone(this.zone).toInstant();
	}

}
