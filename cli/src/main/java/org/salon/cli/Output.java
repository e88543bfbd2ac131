package org.salon.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;

/** How a command says what it found: for people, or with {@code --json} for programs. */
final class Output {

	private final PrintWriter out;

	private final boolean json;

	Output(PrintWriter out, boolean json) {
		this.out = out;
		this.json = json;
	}

	/** A document for programs, or these lines for people. */
	void say(JsonNode document, List<String> lines) {
		if (this.json) {
			this.out
				.println(Client.JSON.writer().with(SerializationFeature.INDENT_OUTPUT).writeValueAsString(document));
		}
		else {
			lines.forEach(this.out::println);
		}
		this.out.flush();
	}

	/**
	 * A document for programs, or a table for people.
	 * @param rows the first is the heading
	 */
	void table(JsonNode document, List<List<String>> rows) {
		List<Integer> widths = IntStream.range(0, rows.getFirst().size())
			.mapToObj((column) -> rows.stream().mapToInt((row) -> width(row.get(column))).max().orElse(0))
			.toList();
		say(document,
				rows.stream()
					.map((row) -> IntStream.range(0, row.size())
						.mapToObj((column) -> row.get(column) + " ".repeat(widths.get(column) - width(row.get(column))))
						.collect(Collectors.joining("  "))
						.stripTrailing())
					.toList());
	}

	/** Chinese signs take two columns of a terminal. */
	private static int width(String text) {
		return text.codePoints().map((sign) -> Character.isIdeographic(sign) || isWide(sign) ? 2 : 1).sum();
	}

	private static boolean isWide(int sign) {
		return (sign >= 0x3000 && sign <= 0x303F) || (sign >= 0xFF00 && sign <= 0xFF60);
	}

}
