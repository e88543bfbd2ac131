package org.salon.invitation;

import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/** Finds the days that a line names, in Chinese, English or figures. */
final class DateReader {

	private static final String MONTHS = "jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|"
			+ "sep(?:t(?:ember)?)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?";

	private static final Pattern UNMISTAKABLE = Pattern.compile(
			"""
					(?:(?<y1>\\d{4})\\s{0,3}年\\s{0,3})?(?<!\\d)(?<m1>\\d{1,2})\\s{0,3}月\\s{0,3}(?<d1>\\d{1,2})(?!\\d)(?:\\s{0,3}[日号])?
					|(?<!\\d)(?<y2>\\d{4})\\s{0,3}[-/.]\\s{0,3}(?<m2>\\d{1,2})\\s{0,3}[-/.]\\s{0,3}(?<d2>\\d{1,2})(?!\\d)
					|(?<!\\w)(?<m3>%1$s)\\.?\\s{0,3}(?<d3>\\d{1,2})(?:st|nd|rd|th)?(?![\\d:：])(?:,?\\s{0,3}(?<y3>\\d{4})(?!\\d))?
					|(?<!\\d)(?<d4>\\d{1,2})(?:st|nd|rd|th)?\\s{1,3}(?:of\\s)?(?<m4>%1$s)(?![a-z])\\.?(?:,?\\s{0,3}(?<y4>\\d{4})(?!\\d))?"""
				.formatted(MONTHS)
				.replace("\n", ""),
			Pattern.CASE_INSENSITIVE);

	/** Such as 6.7: a date only where one is expected, elsewhere it may be a version. */
	private static final Pattern SHORT = Pattern
		.compile("(?<![\\d.:：])(?<m>\\d{1,2})\\s{0,2}[./]\\s{0,2}(?<d>\\d{1,2})(?![\\d.:：])");

	private static final Pattern ALONE = Pattern.compile("(\\d{1,2})\\s?-\\s?(\\d{1,2})");

	private static final Pattern WEEKDAY = Pattern.compile(
			"(?:周|星期|礼拜)([一二三四五六日天])|(?<![a-z])(mon|tue|wed|thu|fri|sat|sun)(?:s|nes|rs?|ur)?(?:day)?(?![a-z])",
			Pattern.CASE_INSENSITIVE);

	private static final int NEAR = 14;

	private DateReader() {
	}

	/** The days that the text names beyond doubt. */
	static List<DateMention> in(String text, int line) {
		List<DateMention> mentions = new ArrayList<>();
		Matcher matcher = UNMISTAKABLE.matcher(text);
		while (matcher.find()) {
			mentions.add(unmistakable(matcher, text, line));
		}
		return mentions;
	}

	/** The same for a text that is known to be about a date. */
	static List<DateMention> expectedIn(String text, int line) {
		List<DateMention> mentions = in(text, line);
		Matcher matcher = SHORT.matcher(text);
		if (!mentions.isEmpty()) {
			return mentions;
		}
		// Within a longer text 19-21 is a time; alone it can only be a day.
		Matcher alone = ALONE.matcher(text.strip());
		if (alone.matches()) {
			return List.of(new DateMention(null, Integer.parseInt(alone.group(1)), Integer.parseInt(alone.group(2)),
					null, line, alone.group()));
		}
		if (matcher.find()) {
			return List.of(new DateMention(null, Integer.parseInt(matcher.group("m")),
					Integer.parseInt(matcher.group("d")), weekday(text, matcher), line, matcher.group().strip()));
		}
		return mentions;
	}

	/** The text with a blank for each day, so that its figures are not read as a time. */
	static String without(String text) {
		return UNMISTAKABLE.matcher(text).replaceAll(" ");
	}

	private static DateMention unmistakable(Matcher matcher, String text, int line) {
		int form = 1;
		while (matcher.group("d" + form) == null) {
			form++;
		}
		String year = matcher.group("y" + form);
		return new DateMention((year != null) ? Integer.valueOf(year) : null, month(matcher.group("m" + form)),
				Integer.parseInt(matcher.group("d" + form)), weekday(text, matcher), line, matcher.group().strip());
	}

	private static int month(String text) {
		if (Character.isDigit(text.charAt(0))) {
			return Integer.parseInt(text);
		}
		return "janfebmaraprmayjunjulaugsepoctnovdec".indexOf(text.substring(0, 3).toLowerCase(Locale.ROOT)) / 3 + 1;
	}

	/** The weekday beside a date: after it, as in Chinese, or before it. */
	private static @Nullable DayOfWeek weekday(String text, Matcher date) {
		Matcher after = WEEKDAY.matcher(text).region(date.end(), Math.min(text.length(), date.end() + NEAR));
		if (after.find()) {
			return weekday(after);
		}
		Matcher before = WEEKDAY.matcher(text).region(Math.max(0, date.start() - NEAR), date.start());
		return before.find() ? weekday(before) : null;
	}

	private static DayOfWeek weekday(Matcher matcher) {
		if (matcher.group(1) != null) {
			return DayOfWeek.of(Math.min("一二三四五六日天".indexOf(matcher.group(1)) + 1, 7));
		}
		return DayOfWeek.of("montuewedthufrisatsun".indexOf(matcher.group(2).toLowerCase(Locale.ROOT)) / 3 + 1);
	}

}
