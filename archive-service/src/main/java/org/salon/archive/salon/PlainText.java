package org.salon.archive.salon;

import java.text.Normalizer;
import java.util.Locale;

/** Text made fit to be stored, and fit to be compared. */
public final class PlainText {

	private static final int REPLACEMENT = 0xFFFD;

	private PlainText() {
	}

	/**
	 * The text with U+FFFD for each character that XML 1.0 (section 2.2) or PostgreSQL
	 * cannot hold: NUL, most control characters, halves of a surrogate pair. One bad
	 * character must cost neither the salon nor the whole feed.
	 */
	public static String storable(String text) {
		if (isOrdinary(text) || text.codePoints().allMatch(PlainText::isStorable)) {
			return text;
		}
		return text.codePoints()
			.map((point) -> isStorable(point) ? point : REPLACEMENT)
			.collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
			.toString();
	}

	/**
	 * The form in which texts are compared: NFKC, so that full-width and half-width are
	 * the same, lower case, one space between words.
	 */
	public static String comparable(String text) {
		String folded = Normalizer.normalize(storable(text), Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
		return folded.replaceAll("\\s+", " ").strip();
	}

	/** Nearly all texts are, and a rebuild looks at every character of all of them. */
	private static boolean isOrdinary(String text) {
		for (int i = 0; i < text.length(); i++) {
			// Of half a pair it is not storable, of a whole one it has to be looked at.
			if (!isStorable(text.charAt(i))) {
				return false;
			}
		}
		return true;
	}

	private static boolean isStorable(int point) {
		boolean blank = point == '\t' || point == '\n' || point == '\r';
		boolean basic = point >= 0x20 && point < Character.MIN_SURROGATE;
		return blank || basic || (point > Character.MAX_SURROGATE && point != 0xFFFE && point != 0xFFFF);
	}

}
