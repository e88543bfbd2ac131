package org.salon.benchmarks.report;

import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.stream.Collectors;

/** The report for people. */
public final class MarkdownReport {

	private MarkdownReport() {
	}

	/** The whole report, ending with a line break. */
	public static String of(Report report) {
		Machine machine = report.machine();
		StringBuilder text = new StringBuilder("# Benchmarks\n\n");
		text.append("Commit %s, %s, `%s`.%n%n".formatted(report.commit(),
				report.startedAt().truncatedTo(ChronoUnit.SECONDS), report.settings()));
		text.append("%s, %d cores, %s GiB; %s; JDK %s; load average before the start %s.%n".formatted(
				machine.processor(), machine.cores(), number(machine.memoryGiB()), machine.system(), machine.jdk(),
				number(machine.load())));
		report.sections().forEach((section) -> append(section, text));
		return text.toString();
	}

	private static void append(Section section, StringBuilder text) {
		text.append("\n## ").append(section.title()).append("\n\n");
		text.append("| figure | median | lowest | highest | rounds |\n|---|--:|--:|--:|---|\n");
		for (Figure figure : section.figures()) {
			text.append("| %s | **%s** %s | %s | %s | %s |%n".formatted(figure.name(), number(figure.median()),
					figure.unit(), number(figure.min()), number(figure.max()), rounds(figure)));
		}
		if (!section.ratios().isEmpty()) {
			text.append("\n| ratio of medians | |\n|---|--:|\n");
			for (Ratio ratio : section.ratios()) {
				text.append("| %s : %s | **%s** |%n".formatted(ratio.figure().name(), ratio.limit().name(),
						String.format(Locale.ROOT, "%.2f", ratio.value())));
			}
		}
		if (!section.notes().isEmpty()) {
			text.append('\n');
			section.notes().forEach((note) -> text.append("- ").append(note).append('\n'));
		}
	}

	private static String rounds(Figure figure) {
		return figure.rounds().stream().map(MarkdownReport::number).collect(Collectors.joining(" "));
	}

	/** As many digits as mean something. */
	static String number(double value) {
		return String.format(Locale.ROOT, (Math.abs(value) < 100 && value != Math.rint(value)) ? "%.1f" : "%.0f",
				value);
	}

}
