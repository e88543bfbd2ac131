package org.salon.archive.cite;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Plain text as LaTeX that prints it. */
final class LatexText {

	// Braces by name: BibTeX counts them even behind a backslash, and one too many would
	// swallow the entries that follow.
	private static final Map<String, String> COMMANDS = Map.of("\\", "\\textbackslash{}", "{", "\\textbraceleft{}", "}",
			"\\textbraceright{}", "^", "\\textasciicircum{}", "~", "\\textasciitilde{}");

	private static final Pattern SPECIAL = Pattern.compile("[\\\\{}^~$&#%_]");

	private LatexText() {
	}

	static String of(String text) {
		return SPECIAL.matcher(text)
			.replaceAll(
					(found) -> Matcher.quoteReplacement(COMMANDS.getOrDefault(found.group(), "\\" + found.group())));
	}

}
