package org.salon.localstack.mail;

import java.util.stream.Collectors;

/**
 * A calendar part as a table: its lines joined where they were folded, its texts plain.
 */
record CalendarView(String source) {

	String html() {
		return this.source.replaceAll("\r?\n[ \t]", "")
			.lines()
			.filter((line) -> !line.isBlank())
			.map(CalendarView::row)
			.collect(Collectors.joining("\n", "<table class=\"calendar\">", "</table>"));
	}

	private static String row(String line) {
		int colon = valueStart(line);
		String name = (colon < 0) ? line : line.substring(0, colon);
		String value = (colon < 0) ? "" : line.substring(colon + 1);
		String plain = value.replace("\\n", "\n").replace("\\N", "\n").replaceAll("\\\\([,;\\\\])", "$1");
		return "<tr><th>%s</th><td dir=\"auto\">%s</td></tr>".formatted(Html.escape(name), Html.escape(plain));
	}

	/** The first colon that does not stand in a quoted parameter. */
	private static int valueStart(String line) {
		boolean quoted = false;
		for (int i = 0; i < line.length(); i++) {
			if (line.charAt(i) == '"') {
				quoted = !quoted;
			}
			else if (line.charAt(i) == ':' && !quoted) {
				return i;
			}
		}
		return -1;
	}

}
