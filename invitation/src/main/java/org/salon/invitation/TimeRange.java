package org.salon.invitation;

import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * From when to when, as a line says it.
 *
 * @param end null if the line names none
 */
record TimeRange(LocalTime start, @Nullable LocalTime end) {

	private static final Pattern TIME = Pattern.compile("""
			(?<part>凌晨|早上|上午|中午|下午|傍晚|晚上|晚|夜)?\\s{0,3}(?<![\\d.])(?<hour>\\d{1,2})
			(?:\\s{0,3}[:：]\\s{0,3}(?<minute>\\d{2})(?!\\d)
			|\\s{0,3}[点时]\\s{0,3}(?:(?<half>半)|(?<word>\\d{1,2})\\s{0,3}分)?
			|(?=\\s{0,3}(?:[ap]\\.?m|[-–—~～]\\s{0,3}\\d{1,2}(?:[:：]\\d{2})?\\s{0,3}[ap]\\.?m)))
			(?:\\s{0,3}(?<half12>[ap])\\.?m(?![a-z]))?""".replace("\n", ""), Pattern.CASE_INSENSITIVE);

	/** The range; null if the text names no time of day. */
	static @Nullable TimeRange in(String text) {
		List<Clock> clocks = new ArrayList<>();
		Matcher matcher = TIME.matcher(text);
		while (matcher.find() && clocks.size() < 2) {
			Clock clock = Clock.of(matcher);
			if (clock != null) {
				clocks.add(clock);
			}
		}
		if (clocks.isEmpty()) {
			return null;
		}
		Clock first = clocks.getFirst();
		return (clocks.size() == 1) ? new TimeRange(first.time, null) : of(first, clocks.getLast());
	}

	/** One half of the day, said once, is meant for both: "7–9 pm", "晚上7:30-9:30". */
	private static TimeRange of(Clock first, Clock last) {
		LocalTime start = first.time;
		LocalTime end = last.time;
		if (!first.halfSaid && last.halfSaid && start.getHour() < 12 && end.isAfter(start.plusHours(12))
				&& end.getHour() >= 12) {
			start = start.plusHours(12);
		}
		if (first.halfSaid && !last.halfSaid && end.getHour() < 12 && !end.isAfter(start)
				&& end.plusHours(12).isAfter(start)) {
			end = end.plusHours(12);
		}
		return new TimeRange(start, end);
	}

	private record Clock(LocalTime time, boolean halfSaid) {

		static @Nullable Clock of(Matcher matcher) {
			String digits = (matcher.group("minute") != null) ? matcher.group("minute") : matcher.group("word");
			int minute = (matcher.group("half") != null) ? 30 : (digits != null) ? Integer.parseInt(digits) : 0;
			int hour = Integer.parseInt(matcher.group("hour"));
			String part = matcher.group("part");
			String half = matcher.group("half12");
			boolean afternoon = (part != null) ? "下午傍晚晚上夜".contains(part) || ("中午".equals(part) && hour < 3)
					: half != null && half.toLowerCase(Locale.ROOT).equals("p");
			boolean twelveOfNight = half != null && !afternoon && hour == 12;
			int hour24 = twelveOfNight ? 0 : (afternoon && hour < 12) ? hour + 12 : hour;
			boolean valid = hour24 < 24 && minute < 60;
			return valid ? new Clock(LocalTime.of(hour24, minute), part != null || half != null) : null;
		}

	}

}
