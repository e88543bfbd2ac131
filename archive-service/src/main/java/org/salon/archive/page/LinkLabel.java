package org.salon.archive.page;

import java.util.regex.Pattern;

/** Labels as people wrote them into tables, made fit to be read on a link. */
final class LinkLabel {

	private static final Pattern ADDRESS = Pattern.compile("https?://[\\x21-\\x7E]+", Pattern.CASE_INSENSITIVE);

	private static final Pattern WORDS = Pattern.compile("[\\p{L}\\p{N}]");

	private static final Pattern ENDS = Pattern.compile("^[\\s\\p{Z}：:；;，,、]+|[\\s\\p{Z}：:；;，,、]+$");

	private static final Pattern IN_BRACKETS = Pattern.compile("[（(]([^（()）]*)[)）]");

	private LinkLabel() {
	}

	/**
	 * The label without an address glued to it, brackets around it, and colons that led
	 * to the address; empty if no word is left.
	 */
	static String of(String label) {
		String text = ENDS.matcher(ADDRESS.matcher(label).replaceAll(" ")).replaceAll("");
		var inBrackets = IN_BRACKETS.matcher(text);
		if (inBrackets.matches()) {
			text = ENDS.matcher(inBrackets.group(1)).replaceAll("");
		}
		return WORDS.matcher(text).find() ? text : "";
	}

}
