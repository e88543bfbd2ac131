package org.salon.archive.page;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A name as one segment of a path. Percent-encoding does not do: servers and proxies take
 * {@code %2F}, {@code %25} and {@code ..} for tricks and refuse or rewrite them, and a
 * file of a static copy can be named after none of them. So whatever is neither letter,
 * digit, hyphen, underline nor a single space between words is written as {@code ~} and
 * the two hex digits of each of its bytes: {@code TCP/IP} is {@code TCP~2FIP}.
 */
final class PathName {

	private static final Pattern ESCAPED = Pattern.compile("^ | $|(?<= ) |[^\\p{L}\\p{M}\\p{N} _-]");

	private static final Pattern ESCAPE = Pattern.compile("(?:~[0-9A-Fa-f]{2})+");

	private static final HexFormat HEX = HexFormat.of().withUpperCase();

	private PathName() {
	}

	/** The segment, not yet percent-encoded. */
	static String of(String name) {
		return ESCAPED.matcher(name).replaceAll((one) -> escape(one.group()));
	}

	/** The name that a segment stands for; empty if it is none. */
	static Optional<String> read(String segment) {
		Matcher escapes = ESCAPE.matcher(segment);
		StringBuilder name = new StringBuilder();
		while (escapes.find()) {
			Optional<String> text = unescape(escapes.group());
			if (text.isEmpty()) {
				return text;
			}
			escapes.appendReplacement(name, Matcher.quoteReplacement(text.get()));
		}
		return Optional.of(escapes.appendTail(name).toString());
	}

	private static String escape(String character) {
		StringBuilder escape = new StringBuilder();
		for (byte one : character.getBytes(StandardCharsets.UTF_8)) {
			escape.append('~').append(HEX.toHexDigits(one));
		}
		return escape.toString();
	}

	private static Optional<String> unescape(String escapes) {
		byte[] bytes = HEX.parseHex(escapes.replace("~", ""));
		try {
			return Optional.of(StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
		}
		catch (CharacterCodingException ex) {
			return Optional.empty();
		}
	}

}
