package org.salon.invitation;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;

import org.salon.invitation.InvalidInvitation.Reason;

/**
 * When the coming salon is.
 *
 * @param yearInferred whether its year was found by its weekday
 */
record Schedule(LocalDateTime startsAt, LocalDateTime endsAt, boolean yearInferred) {

	private static final int USUAL_HOURS = 2;

	/**
	 * Reads the lines about the time and the greeting, which must not contradict them.
	 * @throws InvalidInvitation if date or time are missing, contradictory or undecided
	 */
	static Schedule of(List<TextLine> times, List<TextLine> greeting, ParseOptions options, Findings findings) {
		List<DateMention> named = new ArrayList<>();
		times.forEach((line) -> named.addAll(DateReader.expectedIn(line.text(), line.number())));
		List<DateMention> greeted = new ArrayList<>();
		greeting.forEach((line) -> greeted.addAll(DateReader.in(line.text(), line.number())));
		boolean inferred = false;
		LocalDate date = options.date();
		if (date != null) {
			overrule(named, greeted, date, findings);
		}
		else {
			DateMention day = agreed(named, greeted, times);
			inferred = day.year() == null;
			date = inferred ? YearInference.of(day, options.today(), findings) : existing(day);
			checkWeekdays(named, greeted, date, findings);
		}
		return at(date, inferred, times, greeting, findings);
	}

	private static DateMention agreed(List<DateMention> named, List<DateMention> greeted, List<TextLine> times) {
		if (named.isEmpty() && greeted.isEmpty()) {
			throw new InvalidInvitation(times.isEmpty() ? 1 : times.getFirst().number(), Reason.NO_DATE);
		}
		// A greeting may name other days too, as long as it names this one.
		boolean together = named.isEmpty();
		DateMention day = (together ? greeted : named).getFirst();
		for (DateMention other : together ? greeted : named) {
			day = merged(day, other);
		}
		DateMention base = day;
		List<DateMention> same = greeted.stream().filter(base::agreesWith).toList();
		if (same.isEmpty() && !greeted.isEmpty()) {
			throw contradiction(base, greeted.getFirst());
		}
		for (DateMention other : same) {
			day = merged(day, other);
		}
		return day;
	}

	private static DateMention merged(DateMention day, DateMention other) {
		if (!day.agreesWith(other)) {
			throw contradiction(day, other);
		}
		return day.with(other);
	}

	private static InvalidInvitation contradiction(DateMention day, DateMention other) {
		return new InvalidInvitation(day.line(), Reason.TWO_DATES, day.text(), day.line(), other.text(), other.line());
	}

	private static LocalDate existing(DateMention day) {
		LocalDate date = (day.year() != null) ? day.in(day.year()) : null;
		if (date == null) {
			throw new InvalidInvitation(day.line(), Reason.DATE_INVALID, day.text());
		}
		return date;
	}

	/** The organiser's date decides, so a contradiction in the text is only told. */
	private static void overrule(List<DateMention> named, List<DateMention> greeted, LocalDate date,
			Findings findings) {
		if (!named.isEmpty() && !greeted.isEmpty() && greeted.stream().noneMatch(named.getFirst()::agreesWith)) {
			findings.add(named.getFirst().line(), WarningCode.DATES_DIFFER, named.getFirst().text(),
					greeted.getFirst().text(), greeted.getFirst().line(), date);
		}
		List<DateMention> all = named.isEmpty() ? greeted.stream().limit(1).toList() : named;
		List<DateMention> salon = greeted.stream()
			.filter((mention) -> all.stream().anyMatch(mention::agreesWith))
			.toList();
		checkWeekdays(all, salon, date, findings);
	}

	private static void checkWeekdays(List<DateMention> named, List<DateMention> greeted, LocalDate date,
			Findings findings) {
		List<DateMention> all = new ArrayList<>(named);
		DateMention first = named.isEmpty() ? null : named.getFirst();
		greeted.stream()
			.filter((mention) -> (first != null) ? mention.agreesWith(first) : date.equals(mention.in(date.getYear())))
			.forEach(all::add);
		for (DateMention mention : all) {
			if (mention.weekday() != null && mention.weekday() != date.getDayOfWeek()) {
				findings.add(mention.line(), WarningCode.WEEKDAY_DIFFERS, mention.weekday(), date, date.getDayOfWeek());
			}
		}
	}

	private static Schedule at(LocalDate date, boolean inferred, List<TextLine> times, List<TextLine> greeting,
			Findings findings) {
		for (List<TextLine> lines : List.of(times, greeting)) {
			for (TextLine line : lines) {
				TimeRange range = TimeRange.in(DateReader.without(line.text()));
				if (range != null) {
					LocalDateTime start = date.atTime(range.start());
					return new Schedule(start, end(start, range, line.number(), findings), inferred);
				}
			}
		}
		throw new InvalidInvitation(times.isEmpty() ? 1 : times.getFirst().number(), Reason.NO_TIME);
	}

	private static LocalDateTime end(LocalDateTime start, TimeRange range, int line, Findings findings) {
		if (range.end() == null) {
			findings.add(line, WarningCode.END_MISSING, start.plusHours(USUAL_HOURS).toLocalTime());
			return start.plusHours(USUAL_HOURS);
		}
		LocalDateTime end = start.toLocalDate().atTime(range.end());
		if (end.isAfter(start)) {
			return end;
		}
		findings.add(line, WarningCode.END_NEXT_DAY, range.end());
		return end.plusDays(1);
	}

}
