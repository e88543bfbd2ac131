package org.salon.notification.mail.form;

import java.nio.charset.StandardCharsets;

/**
 * Lines of a calendar as they go over the wire (RFC 5545, 3.1): at most 75 octets each,
 * with the rest on lines of their own that begin with a space.
 */
final class ContentLines {

	private static final int LONGEST = 75;

	private ContentLines() {
	}

	/** One line, without its end; no character is cut. */
	static String fold(String line) {
		if (line.length() * 3 <= LONGEST || octets(line) <= LONGEST) {
			return line;
		}
		StringBuilder folded = new StringBuilder(line.length() + line.length() / 20);
		int length = 0;
		for (int i = 0; i < line.length(); i += Character.charCount(line.codePointAt(i))) {
			int character = line.codePointAt(i);
			int octets = octets(character);
			if (length + octets > LONGEST) {
				folded.append("\r\n ");
				length = 1;
			}
			folded.appendCodePoint(character);
			length += octets;
		}
		return folded.toString();
	}

	private static int octets(String line) {
		return line.getBytes(StandardCharsets.UTF_8).length;
	}

	private static int octets(int character) {
		if (character < 0x80) {
			return 1;
		}
		if (character < 0x800) {
			return 2;
		}
		return (character < 0x10000) ? 3 : 4;
	}

}
