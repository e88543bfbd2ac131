package org.salon.notification.mail.form;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * Text as it goes over the wire. The library encodes a byte at a time and reads all of it
 * once more before, to find out how.
 */
final class EncodedText {

	static final String BASE64 = "base64";

	static final String QUOTED_PRINTABLE = "quoted-printable";

	private static final int LINE = 76;

	private static final byte[] HEX = "0123456789ABCDEF".getBytes(StandardCharsets.US_ASCII);

	private static final Base64.Encoder ENCODER = Base64.getMimeEncoder(LINE, new byte[] { '\r', '\n' });

	private EncodedText() {
	}

	/** The encoding that is shorter; what is mostly ASCII stays readable as it is. */
	static String encodingOf(String text) {
		byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
		int others = 0;
		for (byte each : bytes) {
			if (each < 0) {
				others++;
			}
		}
		return (others * 6 > bytes.length) ? BASE64 : QUOTED_PRINTABLE;
	}

	static byte[] base64(byte[] bytes) {
		return ENCODER.encode(bytes);
	}

	/** Lines end with a line feed in the text and with both on the wire. */
	static String quotedPrintable(String text) {
		return new String(quotedPrintable(text.getBytes(StandardCharsets.UTF_8)), StandardCharsets.US_ASCII);
	}

	static byte[] quotedPrintable(byte[] bytes) {
		ByteArrayOutputStream all = new ByteArrayOutputStream(bytes.length + bytes.length / 8 + LINE);
		// A byte becomes three at most, and an = may end the line.
		byte[] line = new byte[LINE + 2];
		int length = 0;
		for (int i = 0; i < bytes.length; i++) {
			int each = bytes[i] & 0xff;
			boolean last = i + 1 == bytes.length || bytes[i + 1] == '\n' || bytes[i + 1] == '\r';
			if (each == '\n') {
				length = end(all, line, length);
				continue;
			}
			if (each == '\r') {
				continue;
			}
			boolean plain = each > ' ' && each < 127 && each != '=' || (each == ' ' || each == '\t') && !last;
			if (length + (plain ? 1 : 3) > LINE - 1) {
				line[length++] = '=';
				length = end(all, line, length);
			}
			if (plain) {
				line[length++] = (byte) each;
			}
			else {
				line[length++] = '=';
				line[length++] = HEX[each >> 4];
				line[length++] = HEX[each & 15];
			}
		}
		all.write(line, 0, length);
		return all.toByteArray();
	}

	private static int end(ByteArrayOutputStream all, byte[] line, int length) {
		line[length] = '\r';
		line[length + 1] = '\n';
		all.write(line, 0, length + 2);
		return 0;
	}

}
