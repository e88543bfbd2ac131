package org.salon.notification.operator;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;
import org.salon.notification.plan.ReminderPolicy;

/**
 * What an operator assumes.
 *
 * @param at as if it were that moment; absent, now
 * @param reminders as if these were the offsets before the start; absent, those that hold
 */
public record WhatIf(@Nullable Instant at, @Nullable List<Duration> reminders) {

	private static final Instant FIRST = Instant.parse("2000-01-01T00:00:00Z");

	private static final Instant LAST = Instant.parse("9999-12-31T00:00:00Z");

	/**
	 * Reads both.
	 * @throws BadFields with all that is wrong
	 */
	public static WhatIf read(@Nullable String at, @Nullable String reminders) {
		Map<String, String> problems = new TreeMap<>();
		WhatIf read = new WhatIf((at != null) ? moment(at, problems) : null,
				(reminders != null) ? offsets(reminders, problems) : null);
		if (!problems.isEmpty()) {
			throw new BadFields(problems);
		}
		return read;
	}

	private static @Nullable Instant moment(String text, Map<String, String> problems) {
		try {
			// A plus in an address that was not encoded arrives as a space.
			Instant moment = OffsetDateTime.parse(text.strip().replace(' ', '+')).toInstant();
			if (!moment.isBefore(FIRST) && !moment.isAfter(LAST)) {
				return moment;
			}
		}
		catch (DateTimeException ex) {
			// Said below.
		}
		problems.put("at", "a moment with its offset, such as 2026-06-07T11:30:00Z");
		return null;
	}

	private static List<Duration> offsets(String text, Map<String, String> problems) {
		List<Duration> offsets = new ArrayList<>();
		try {
			for (String part : text.isBlank() ? new String[0] : text.split(",", -1)) {
				Duration offset = Duration.parse(part.strip());
				if (!offset.isPositive() || offset.compareTo(ReminderPolicy.LONGEST) > 0) {
					throw new DateTimeException("out of range");
				}
				offsets.add(offset);
			}
			if (offsets.size() <= ReminderPolicy.MOST) {
				return offsets;
			}
		}
		catch (DateTimeException | ArithmeticException ex) {
			// Said below.
		}
		problems.put("reminders",
				"at most " + ReminderPolicy.MOST + " durations of at most " + ReminderPolicy.LONGEST.toDays()
						+ " days before the start, with commas between, such as PT24H,PT1H; empty for none");
		return List.of();
	}

}
