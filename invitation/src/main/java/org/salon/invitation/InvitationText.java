package org.salon.invitation;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;

import org.salon.invitation.InvalidInvitation.Reason;

/** Turns the bytes of an upload into text. */
public final class InvitationText {

	/** The most that is read, in bytes. */
	public static final int MAX_BYTES = 4 * 1024 * 1024;

	private InvitationText() {
	}

	/**
	 * The text without a byte order mark.
	 * @throws InvalidInvitation if it is larger than {@link #MAX_BYTES}, or is not UTF-8
	 * (GBK, say): names the first offending byte
	 */
	public static String decode(byte[] bytes) {
		if (bytes.length > MAX_BYTES) {
			throw new InvalidInvitation(1, Reason.TOO_LARGE, MAX_BYTES);
		}
		ByteBuffer input = ByteBuffer.wrap(bytes);
		CharBuffer output = CharBuffer.allocate(bytes.length);
		// A new decoder reports malformed input, where String would replace it unseen.
		CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
		CoderResult result = decoder.decode(input, output, true);
		if (result.isError()) {
			int position = input.position();
			throw new InvalidInvitation(lineAt(bytes, position), Reason.NOT_UTF8, position + 1,
					"0x%02X".formatted(bytes[position]));
		}
		return withoutMark(output.flip().toString());
	}

	static String withoutMark(String text) {
		return text.startsWith("\uFEFF") ? text.substring(1) : text;
	}

	private static int lineAt(byte[] bytes, int position) {
		int line = 1;
		for (int i = 0; i < position; i++) {
			if (bytes[i] == '\n') {
				line++;
			}
		}
		return line;
	}

}
