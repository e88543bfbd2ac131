package org.salon.notification.mail;

import java.text.Normalizer;
import java.util.Optional;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * Makes what others typed harmless in a mail: in its headers, its greeting, its links.
 */
public final class PlainText {

	private static final int LONGEST_NAME = 60;

	/** Line breaks, other controls, and marks that turn the direction of writing. */
	private static final Pattern UNSEEN = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}\\p{Co}\\p{Cs}]+");

	/** What some mail program would make a link of, or take for markup. */
	private static final Pattern SUSPECT = Pattern.compile("[<>@/\\\\{}\\[\\]]|:|www\\.|[\\p{L}\\p{N}-]\\.\\p{L}{2,}",
			Pattern.CASE_INSENSITIVE);

	private PlainText() {
	}

	/** On one line, with nothing in it that cannot be seen. */
	public static String line(@Nullable String text) {
		return (text != null) ? UNSEEN.matcher(text).replaceAll(" ").replaceAll("\\s+", " ").strip() : "";
	}

	/**
	 * The name, if it can be nothing but one. Whoever signs someone else up with an
	 * advertisement for a name makes the club send no advertisement.
	 */
	public static Optional<String> name(String text) {
		String name = line(text);
		boolean harmless = !name.isEmpty() && name.length() <= LONGEST_NAME && !SUSPECT.matcher(folded(name)).find();
		return harmless ? Optional.of(name) : Optional.empty();
	}

	/**
	 * As browsers read an address: with a wide, a circled or a Chinese full stop for a
	 * dot.
	 */
	private static String folded(String text) {
		return Normalizer.normalize(text, Normalizer.Form.NFKC).replace('\u3002', '.');
	}

	/** The address, if a mail may link to it. */
	public static Optional<String> link(String url) {
		String address = url.strip();
		boolean http = address.regionMatches(true, 0, "https://", 0, 8)
				|| address.regionMatches(true, 0, "http://", 0, 7);
		return (http && address.chars().noneMatch((character) -> character <= ' ')) ? Optional.of(address)
				: Optional.empty();
	}

	/** The beginning of a text, in whole characters. */
	public static String beginning(String text, int length) {
		if (text.codePointCount(0, text.length()) <= length) {
			return text;
		}
		return text.substring(0, text.offsetByCodePoints(0, length - 1)).stripTrailing() + "…";
	}

}
