package org.salon.invitation;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;

import org.jspecify.annotations.Nullable;

/**
 * A day as a text names it. It need not exist: {@link #exists()} tells.
 *
 * @param text as written
 */
record DateMention(@Nullable Integer year, int month, int day, @Nullable DayOfWeek weekday, int line, String text) {

	private static final int LEAP_YEAR = 2020;

	/** Whether any year, or the one named, has such a day. */
	boolean exists() {
		return in((this.year != null) ? this.year : LEAP_YEAR) != null;
	}

	/** The day in a year; null if that year has none such. */
	@Nullable LocalDate in(int chosen) {
		boolean valid = this.month >= 1 && this.month <= 12 && chosen >= Year.MIN_VALUE && this.day >= 1
				&& this.day <= YearMonth.of(chosen, this.month).lengthOfMonth();
		return valid ? LocalDate.of(chosen, this.month, this.day) : null;
	}

	boolean agreesWith(DateMention other) {
		boolean years = this.year == null || other.year == null || this.year.equals(other.year);
		return years && this.month == other.month && this.day == other.day;
	}

	/** With what another mention of the same day adds. */
	DateMention with(DateMention other) {
		return new DateMention((this.year != null) ? this.year : other.year, this.month, this.day,
				(this.weekday != null) ? this.weekday : other.weekday, this.line, this.text);
	}

}
