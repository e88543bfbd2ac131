package org.salon.e2e;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Texts in every form in which they may stand somewhere: as they are, as bytes shown in
 * hexadecimal, and amid something in Base64; all in lower case.
 */
record Traces(List<String> forms) {

	static Traces of(String... texts) {
		return new Traces(Arrays.stream(texts).flatMap(Traces::formsOf).distinct().toList());
	}

	boolean in(String content) {
		String lower = content.toLowerCase(Locale.ROOT);
		return this.forms.stream().anyMatch(lower::contains);
	}

	private static Stream<String> formsOf(String text) {
		byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
		Stream<String> encoded = IntStream.range(0, 3).mapToObj((offset) -> base64(bytes, offset));
		return Stream.concat(Stream.of(text, HexFormat.of().formatHex(bytes)), encoded)
			.map((form) -> form.toLowerCase(Locale.ROOT));
	}

	/** Those characters that are the same whatever stands before and behind. */
	private static String base64(byte[] bytes, int offset) {
		byte[] shifted = new byte[offset + bytes.length];
		System.arraycopy(bytes, 0, shifted, offset, bytes.length);
		String encoded = Base64.getEncoder().encodeToString(shifted);
		return encoded.substring((offset * 8 + 5) / 6, shifted.length * 8 / 6);
	}

}
