package org.salon.archive.export;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.salon.archive.salon.Link;

/**
 * Text, links and topics written for a cell of a table in GitHub Flavored Markdown, so
 * that reading them gives back what was written.
 */
final class MarkdownCell {

	// CommonMark 0.31, sections 2.4 and 6; the pipe is the table's (GFM, section 4.10).
	private static final Pattern SPECIAL = Pattern.compile("[\\\\`*_\\[\\]<>~|]|!(?=\\[)|&(?=#?\\w+;)");

	// An address that ends where its brackets close; the others go in angle brackets.
	private static final Pattern BARE_ADDRESS = Pattern.compile("[^\\s()<>\\\\|\\p{Cntrl}]+");

	private static final Pattern SEPARATOR = Pattern.compile("[;；+【】`]");

	private MarkdownCell() {
	}

	/** The text with every character that means something in a cell escaped. */
	static String text(String text) {
		return SPECIAL.matcher(oneLine(text)).replaceAll("\\\\$0");
	}

	/**
	 * The topic. One that holds a separator of topics ({@code C++}) stands in a code
	 * span, which is taken whole.
	 */
	static String topic(String topic) {
		String line = oneLine(topic);
		if (!SEPARATOR.matcher(line).find()) {
			return text(line);
		}
		String fence = "`".repeat(longestFence(line) + 1);
		return fence + " " + line.replace("|", "\\|") + " " + fence;
	}

	private static int longestFence(String line) {
		Matcher fences = Pattern.compile("`+").matcher(line);
		return fences.results().mapToInt((fence) -> fence.end() - fence.start()).max().orElse(0);
	}

	/** The link as {@code [label](address)}; without label, if it has none. */
	static String link(Link link) {
		return "[" + text(link.label()) + "](" + address(link.url()) + ")";
	}

	private static String address(String url) {
		String escaped = url.replaceAll("&(?=#?\\w+;)", "\\\\&");
		if (BARE_ADDRESS.matcher(url).matches()) {
			return escaped;
		}
		return "<" + url.replaceAll("[\\\\<>|]|&(?=#?\\w+;)", "\\\\$0") + ">";
	}

	/**
	 * The remark in brackets, by which readers tell it from a label of the next link; as
	 * it is, if its own brackets would confuse theirs.
	 */
	static String note(String note) {
		return areBracketsPaired(note) ? "（" + text(note) + "）" : text(note);
	}

	private static boolean areBracketsPaired(String text) {
		int depth = 0;
		for (int i = 0; i < text.length() && depth >= 0; i++) {
			char character = text.charAt(i);
			depth += ("（([".indexOf(character) >= 0) ? 1 : (("）)]".indexOf(character) >= 0) ? -1 : 0);
		}
		return depth == 0;
	}

	private static String oneLine(String text) {
		return text.replaceAll("\\s*[\\r\\n]+\\s*", " ").strip();
	}

}
