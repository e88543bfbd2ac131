package org.salon.invitation;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/** Finds a salon's number in running text. */
final class SalonNumber {

	static final int MAX = 999_999;

	private static final Pattern NUMBER = Pattern.compile("第\\s{0,3}(\\d{1,9})\\s{0,3}[期次届讲场]"
			+ "|(?<!\\w)(?:(?:salon|session|meetup|seminar|issue)\\s{0,3}(?:no\\.?|number|#|№)?|no\\.|#|№)\\s{0,3}(\\d{1,9})(?!\\w)"
			+ "|(?<!\\w)(\\d{1,9})(?:st|nd|rd|th)\\s{1,3}(?:\\p{L}{1,20}\\s{1,3}){0,4}?(?:salon|session|meetup|seminar)",
			Pattern.CASE_INSENSITIVE);

	private static final Pattern CELL = Pattern.compile("(?:第|no\\.?|#|№)?\\s*+0*+(\\d{1,6})\\s*+[期次届讲场]?",
			Pattern.CASE_INSENSITIVE);

	private SalonNumber() {
	}

	/** The first number that the text gives to a salon, however large. */
	static @Nullable Integer in(String text) {
		Matcher matcher = NUMBER.matcher(text);
		if (!matcher.find()) {
			return null;
		}
		for (int group = 1; group <= matcher.groupCount(); group++) {
			if (matcher.group(group) != null) {
				return Integer.valueOf(matcher.group(group));
			}
		}
		return null;
	}

	/** The number that a cell holds and nothing else. */
	static @Nullable Integer ofCell(String text) {
		Matcher matcher = CELL.matcher(text.strip());
		if (!matcher.matches()) {
			return null;
		}
		int number = Integer.parseInt(matcher.group(1));
		return (number >= 1) ? number : null;
	}

}
