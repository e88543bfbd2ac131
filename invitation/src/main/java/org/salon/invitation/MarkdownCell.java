package org.salon.invitation;

import java.util.regex.Pattern;

/**
 * Text, links and topics written for a cell of a table in GitHub Flavored Markdown, so
 * that reading them gives back what was written: as plain text what can only be read one
 * way, anything else as a code span, which is taken as it is.
 */
final class MarkdownCell {

	// CommonMark 0.31, sections 2.4 and 6; the pipe is the table's (GFM, section 4.10).
	private static final Pattern SPECIAL = Pattern.compile("[\\\\`*_\\[\\]<>~|#]|!(?=\\[)|&(?=#?\\w+;)");

	// An address that ends where its brackets close; the others go in angle brackets.
	private static final Pattern BARE_ADDRESS = Pattern.compile("[^\\s()<>\\\\|\\p{Cntrl}]+");

	/** Words with punctuation that neither separates topics nor names nor remarks. */
	private static final Pattern PLAIN = Pattern
		.compile("[\\p{L}\\p{N}](?:[\\p{L}\\p{N} .,，。、？?！!'\"“”‘’《》&/%—–\\-:：·]*[\\p{L}\\p{N}])?");

	private static final Pattern BRACKETS = Pattern.compile("[（(][\\p{L}\\p{N} .,，、&/\\-]*[）)]");

	private MarkdownCell() {
	}

	/** The text with every character that means something in Markdown escaped. */
	static String text(String text) {
		return SPECIAL.matcher(oneLine(text)).replaceAll("\\\\$0");
	}

	/** A topic, or a tag. */
	static String name(String name) {
		return isPlain(name) ? text(name) : literal(name);
	}

	/**
	 * The link as {@code [label](address)}, with its kind as the title if readers would
	 * not find it by themselves; without label, if it has none.
	 */
	static String link(Link link) {
		String label = link.label().isBlank() ? "" : isPlain(link.label()) ? text(link.label()) : literal(link.label());
		String title = (LinkKind.of(link.url(), link.label()) == link.kind()) ? "" : " \"" + link.kind().title() + "\"";
		return "[" + label + "](" + address(link.url()) + title + ")";
	}

	/** A remark, in the brackets by which readers tell it from a label. */
	static String note(String note) {
		return isPlain(note) ? "（" + text(note) + "）" : literal(note);
	}

	/** As a code span. */
	static String literal(String text) {
		String line = oneLine(text);
		String fence = "`".repeat(longestFence(line) + 1);
		return fence + " " + line.replace("|", "\\|") + " " + fence;
	}

	private static boolean isPlain(String text) {
		String flat = BRACKETS.matcher(text).replaceAll("x");
		return PLAIN.matcher(flat).matches() && !text.contains("://") && !BRACKETS.matcher(text).lookingAt();
	}

	private static int longestFence(String line) {
		return Pattern.compile("`+")
			.matcher(line)
			.results()
			.mapToInt((fence) -> fence.end() - fence.start())
			.max()
			.orElse(0);
	}

	private static String address(String url) {
		if (BARE_ADDRESS.matcher(url).matches()) {
			return url.replaceAll("&(?=#?\\w+;)", "\\\\&");
		}
		return "<" + url.replaceAll("[\\\\<>|]|&(?=#?\\w+;)", "\\\\$0") + ">";
	}

	private static String oneLine(String text) {
		return text.replaceAll("\\s*[\\r\\n]+\\s*", " ").strip();
	}

}
