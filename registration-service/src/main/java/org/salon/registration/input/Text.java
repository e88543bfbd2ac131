package org.salon.registration.input;

import java.text.Normalizer;
import java.util.regex.Pattern;

/** Text from outside: what it may hold, and what is taken out of it. */
final class Text {

	/**
	 * More marks on one letter than any script needs; beyond it they draw over the page.
	 */
	private static final int MARKS_IN_A_ROW = 6;

	// They turn the reading direction of what stands after them, on our pages and in
	// mails.
	private static final Pattern DIRECTION_CONTROLS = Pattern.compile("[\\u202A-\\u202E\\u2066-\\u2069]");

	private Text() {
	}

	/** The text in NFC, without blanks around it and without control of direction. */
	static String clean(String raw) {
		String visible = DIRECTION_CONTROLS.matcher(raw).replaceAll("");
		return Normalizer.normalize(visible, Normalizer.Form.NFC).strip();
	}

	/** Whether a reader would see nothing. */
	static boolean isBlank(String text) {
		return text.codePoints().allMatch(Text::isInvisible);
	}

	static boolean hasControls(String text, boolean linesAllowed) {
		return text.codePoints().anyMatch((point) -> {
			if (linesAllowed && (point == '\n' || point == '\r' || point == '\t')) {
				return false;
			}
			int type = Character.getType(point);
			return type == Character.CONTROL || type == Character.LINE_SEPARATOR
					|| type == Character.PARAGRAPH_SEPARATOR;
		});
	}

	/** Whether it holds halves of characters, or the traces of a wrong encoding. */
	static boolean isBroken(String text) {
		return text.codePoints()
			.anyMatch((point) -> Character.getType(point) == Character.SURROGATE || point == 0xFFFD
					|| (point & 0xFFFE) == 0xFFFE);
	}

	static boolean isPiledUp(String text) {
		int run = 0;
		for (int point : text.codePoints().toArray()) {
			int type = Character.getType(point);
			boolean mark = type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK;
			run = mark ? run + 1 : 0;
			if (run > MARKS_IN_A_ROW) {
				return true;
			}
		}
		return false;
	}

	private static boolean isInvisible(int point) {
		int type = Character.getType(point);
		// U+115F, U+1160, U+3164 and U+FFA0 are Hangul fillers, U+2800 the empty Braille
		// cell.
		return Character.isWhitespace(point) || Character.isSpaceChar(point) || type == Character.FORMAT
				|| type == Character.CONTROL || point == 0x115F || point == 0x1160 || point == 0x3164 || point == 0xFFA0
				|| point == 0x2800 || (point >= 0xFE00 && point <= 0xFE0F);
	}

}
