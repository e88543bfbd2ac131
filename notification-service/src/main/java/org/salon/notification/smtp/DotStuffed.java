package org.salon.notification.smtp;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;

/**
 * A message as it goes over the wire after DATA, up to the dot that ends it: with one dot
 * more before a line that begins with one (RFC 5321, 4.5.2), and with the ends of lines
 * that the protocol asks for (2.3.8), a lone CR or LF made one too.
 */
final class DotStuffed {

	private static final byte CR = '\r';

	private static final byte LF = '\n';

	private static final byte DOT = '.';

	private DotStuffed() {
	}

	static byte[] of(byte[] mime) {
		return asItIs(mime) ? ended(mime) : stuffed(mime);
	}

	/** Almost all are: letters, as they are encoded, seldom begin a line with a dot. */
	private static boolean asItIs(byte[] mime) {
		if (mime.length == 0 || mime[0] == DOT) {
			return false;
		}
		for (int i = 0; i < mime.length; i++) {
			if (mime[i] > CR || (mime[i] != CR && mime[i] != LF)) {
				continue;
			}
			if (mime[i] == LF || i + 1 == mime.length || mime[i + 1] != LF) {
				return false;
			}
			i++;
			if (i + 1 < mime.length && mime[i + 1] == DOT) {
				return false;
			}
		}
		return true;
	}

	private static byte[] ended(byte[] mime) {
		boolean whole = mime[mime.length - 1] == LF;
		byte[] all = Arrays.copyOf(mime, mime.length + (whole ? 3 : 5));
		int end = mime.length;
		if (!whole) {
			all[end++] = CR;
			all[end++] = LF;
		}
		all[end] = DOT;
		all[end + 1] = CR;
		all[end + 2] = LF;
		return all;
	}

	private static byte[] stuffed(byte[] mime) {
		ByteArrayOutputStream all = new ByteArrayOutputStream(mime.length + mime.length / 16 + 8);
		boolean begins = true;
		for (int i = 0; i < mime.length; i++) {
			if (begins && mime[i] == DOT) {
				all.write(DOT);
			}
			begins = mime[i] == CR || mime[i] == LF;
			if (!begins) {
				all.write(mime[i]);
				continue;
			}
			end(all);
			if (mime[i] == CR && i + 1 < mime.length && mime[i + 1] == LF) {
				i++;
			}
		}
		if (!begins) {
			end(all);
		}
		all.write(DOT);
		end(all);
		return all.toByteArray();
	}

	private static void end(ByteArrayOutputStream all) {
		all.write(CR);
		all.write(LF);
	}

}
