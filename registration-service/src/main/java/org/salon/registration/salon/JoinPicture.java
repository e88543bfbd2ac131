package org.salon.registration.salon;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

import org.salon.registration.input.InvalidFields;

/** The picture that leads to the salon, such as a group's QR code. */
public record JoinPicture(String mediaType, byte[] bytes) {

	static final int MAX_BYTES = 1024 * 1024;

	/**
	 * A picture, known by its first bytes: what the sender calls it proves nothing.
	 * @throws InvalidFields if it is none that browsers show
	 */
	static JoinPicture of(byte[] bytes) {
		if (bytes.length > MAX_BYTES) {
			throw new InvalidFields("picture", "picture.tooLarge");
		}
		if (startsWith(bytes, 0, new byte[] { (byte) 0x89, 'P', 'N', 'G', 0x0D, 0x0A, 0x1A, 0x0A })) {
			return new JoinPicture("image/png", bytes);
		}
		if (startsWith(bytes, 0, new byte[] { (byte) 0xFF, (byte) 0xD8, (byte) 0xFF })) {
			return new JoinPicture("image/jpeg", bytes);
		}
		if (startsWith(bytes, 0, ascii("RIFF")) && startsWith(bytes, 8, ascii("WEBP"))) {
			return new JoinPicture("image/webp", bytes);
		}
		throw new InvalidFields("picture", "picture.kind");
	}

	private static boolean startsWith(byte[] bytes, int offset, byte[] start) {
		return bytes.length >= offset + start.length
				&& Arrays.equals(bytes, offset, offset + start.length, start, 0, start.length);
	}

	private static byte[] ascii(String text) {
		return text.getBytes(StandardCharsets.US_ASCII);
	}

}
