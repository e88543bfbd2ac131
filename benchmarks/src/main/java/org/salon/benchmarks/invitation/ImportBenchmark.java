package org.salon.benchmarks.invitation;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.salon.benchmarks.report.Figure;
import org.salon.benchmarks.report.Ratio;
import org.salon.benchmarks.report.Section;
import org.salon.benchmarks.system.RunningSystem;
import org.salon.benchmarks.system.SalonClient;
import org.salon.benchmarks.tables.PlainCopy;

/**
 * A table of 5,000 past salons imported by HTTP: read, stored with an event for each, and
 * told what was found; beside COPY of the salons' rows alone.
 */
public final class ImportBenchmark {

	private static final int ROWS = 5_000;

	private static final double GOAL_SECONDS = 2;

	private static final int MOST_ROUNDS = 100;

	private final RunningSystem system;

	/** Measures this system, which knows no salons. */
	public ImportBenchmark(RunningSystem system) {
		this.system = system;
	}

	/** Runs so many rounds, after a warm-up; each has a table of its own. */
	public Section run(int rounds) throws InterruptedException, SQLException {
		List<Double> fresh = new ArrayList<>();
		List<Double> same = new ArrayList<>();
		List<Double> changed = new ArrayList<>();
		List<Double> copies = new ArrayList<>();
		try (SalonClient client = new SalonClient(this.system.registration())) {
			for (int round = 0; round <= Math.min(rounds, MOST_ROUNDS); round++) {
				double first = rowsPerSecond(client, table(round, "数据集"));
				double again = rowsPerSecond(client, table(round, "数据集"));
				double other = rowsPerSecond(client, table(round, "模型"));
				System.out.printf(Locale.ROOT, "  round %d: new %.2f s, same %.2f s, changed %.2f s%n", round,
						ROWS / first, ROWS / again, ROWS / other);
				if (round > 0) {
					fresh.add(first);
					same.add(again);
					changed.add(other);
					copies.add(PlainCopy.rowsPerSecond(this.system.database(), "registration", "salon"));
				}
			}
		}
		return section(new Figure("imported for the first time", "rows/s", fresh),
				new Figure("imported again, nothing changed", "rows/s", same),
				new Figure("imported again, every row changed", "rows/s", changed),
				new Figure("COPY of the salons' rows alone", "rows/s", copies));
	}

	private static double rowsPerSecond(SalonClient client, String table) throws InterruptedException {
		long start = System.nanoTime();
		client.importInvitation(table);
		return ROWS / ((System.nanoTime() - start) / 1e9);
	}

	/** Some 200 bytes a row, as in the invitations of a club. */
	private static String table(int round, String topic) {
		StringBuilder table = new StringBuilder("| 期数 | 时间 | 内容 | 链接 |\n| --- | --- | --- | --- |\n");
		for (int row = 1; row <= ROWS; row++) {
			int number = round * ROWS + row;
			table
				.append("""
						| %d | %s | 【论文分享】%s %d；梯度下降 | [直播回放](https://video.example.org/%d)；[课件](https://example.org/slides/%d.pdf) |
						"""
					.formatted(number, LocalDate.of(1930, 1, 5).plusWeeks(row), topic, row % 700, number, number));
		}
		return table.toString();
	}

	private static Section section(Figure fresh, Figure same, Figure changed, Figure copy) {
		double seconds = ROWS / Math.min(fresh.median(), Math.min(same.median(), changed.median()));
		return new Section("Import of a table of %d past salons".formatted(ROWS), List.of(fresh, same, changed, copy),
				List.of(new Ratio(fresh, copy)),
				List.of(String.format(Locale.ROOT,
						"Goal, %d rows within %.0f s: **%s**; the slowest of the three takes %.2f s.", ROWS,
						GOAL_SECONDS, (seconds <= GOAL_SECONDS) ? "met" : "missed", seconds)));
	}

}
