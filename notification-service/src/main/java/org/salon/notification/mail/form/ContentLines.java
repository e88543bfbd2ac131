package org.salon.notification.mail.form;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/**
 * Lines of a calendar as they go over the wire (RFC 5545, 3.1): at most 75 octets each,
 * with the rest on lines of their own that begin with a space.
 */
final class ContentLines {

	private static final int LONGEST = 75;

	private static final byte[] FOLD = { '\r', '\n', ' ' };

	private ContentLines() {
	}

	/** One line, without its end; no character is cut. */
	static String fold(String line) {
		return new String(fold(line.getBytes(StandardCharsets.UTF_8)), StandardCharsets.UTF_8);
	}

	/** The same of a line in UTF-8. */
	static byte[] fold(byte[] line) {
		if (line.length <= LONGEST) {
			return line;
		}
		ByteArrayOutputStream folded = new ByteArrayOutputStream(line.length + line.length / 16);
		int begin = 0;
		int end = LONGEST;
		while (end < line.length) {
			while (amidCharacter(line[end])) {
				end--;
			}
			folded.write(line, begin, end - begin);
			folded.writeBytes(FOLD);
			begin = end;
			end = begin + LONGEST - 1;
		}
		folded.write(line, begin, line.length - begin);
		return folded.toByteArray();
	}

	/** All bytes of a character but its first (RFC 3629). */
	private static boolean amidCharacter(byte octet) {
		return (octet & 0xC0) == 0x80;
	}

}
