package org.salon.invitation;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import org.salon.invitation.InvalidInvitation.Reason;

/**
 * Finds the year of a day that is named without one.
 *
 * <p>
 * An invitation is for a coming day, so the next such day within a year of today is taken
 * if it falls on the weekday named. Otherwise it is an old invitation: then every year
 * back to {@value #YEARS_BACK} before is looked at. A weekday comes back after 5, 6 or 11
 * years, so that a shorter look back would find one year only by overlooking another; it
 * mostly leaves two, and the organiser is asked. Without a weekday nothing speaks for one
 * year over another, and the organiser is asked as well.
 */
final class YearInference {

	private static final int YEARS_BACK = 12;

	private YearInference() {
	}

	/**
	 * The day in the one year that fits.
	 * @throws InvalidInvitation if none or several fit
	 */
	static LocalDate of(DateMention day, LocalDate today, Findings findings) {
		if (!day.exists()) {
			throw new InvalidInvitation(day.line(), Reason.DATE_INVALID, day.text());
		}
		List<LocalDate> fitting = fitting(day, today);
		if (fitting.isEmpty()) {
			throw new InvalidInvitation(day.line(), Reason.NO_YEAR_FITS, day.text(),
					today.minusYears(YEARS_BACK).getYear(), today.plusYears(1).getYear());
		}
		DayOfWeek weekday = day.weekday();
		boolean coming = !fitting.getFirst().isBefore(today);
		if (weekday == null || (!coming && fitting.size() > 1)) {
			throw new InvalidInvitation(day.line(), Reason.YEAR_UNKNOWN, day.text(), years(fitting));
		}
		LocalDate date = fitting.getFirst();
		findings.add(day.line(), coming ? WarningCode.YEAR_INFERRED : WarningCode.YEAR_INFERRED_PAST, day.text(), date,
				weekday, YEARS_BACK);
		return date;
	}

	/** The days that the text may mean, the latest first. */
	private static List<LocalDate> fitting(DateMention day, LocalDate today) {
		LocalDate first = today.minusYears(YEARS_BACK);
		LocalDate last = today.plusYears(1);
		List<LocalDate> fitting = new ArrayList<>();
		for (int year = last.getYear(); year >= first.getYear(); year--) {
			LocalDate date = day.in(year);
			if (date != null && !date.isBefore(first) && !date.isAfter(last)
					&& (day.weekday() == null || date.getDayOfWeek() == day.weekday())) {
				fitting.add(date);
			}
		}
		return fitting;
	}

	private static String years(List<LocalDate> dates) {
		return dates.stream().map((date) -> String.valueOf(date.getYear())).collect(Collectors.joining(", "));
	}

}
