package org.salon.archive.cite;

import java.util.regex.Pattern;

/** Text for one line of a reference. */
final class OneLine {

	// They would turn round what the manuscript says after them.
	private static final Pattern DIRECTIONS = Pattern.compile("[\\u200E\\u200F\\u202A-\\u202E\\u2066-\\u2069]");

	private static final Pattern SPACE = Pattern.compile("[\\s\\u2028\\u2029]+");

	private OneLine() {
	}

	/** The text without breaks and without characters that change the direction. */
	static String of(String text) {
		return SPACE.matcher(DIRECTIONS.matcher(text).replaceAll("")).replaceAll(" ").strip();
	}

}
