package org.salon.benchmarks.rebuild;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.salon.benchmarks.report.Figure;
import org.salon.benchmarks.report.Ratio;
import org.salon.benchmarks.report.Section;
import org.salon.benchmarks.system.CpuTimes;
import org.salon.benchmarks.system.Ending;
import org.salon.benchmarks.system.RunningSystem;
import org.salon.benchmarks.tables.PlainCopy;

/**
 * How fast the packaged archive-service makes its projection anew out of the log, while
 * the present one is served, beside what the machine does at best: a consumer that does
 * nothing with the records, and COPY of the rows. Fails unless the result is the same.
 */
public final class RebuildBenchmark {

	private static final int EVENTS = 100_000;

	private static final int SALONS = 20_000;

	private static final double GOAL = 20_000;

	private final Path project;

	private final Path folder;

	private final Ending ending;

	/**
	 * Prepares the benchmark.
	 * @param project whose system it starts
	 * @param folder for all its data; removed at the end
	 * @param ending stops it on a signal
	 */
	public RebuildBenchmark(Path project, Path folder, Ending ending) {
		this.project = project;
		this.folder = folder;
		this.ending = ending;
	}

	/** Runs so many rounds, after a warm-up. */
	public Section run(int rounds) throws InterruptedException, SQLException {
		try (RunningSystem system = RunningSystem.start(this.project, this.folder, this.ending);
				SalonLog log = new SalonLog(system.kafka());
				ArchiveClient archive = new ArchiveClient(system.archive())) {
			log.fill(SALONS, EVENTS / SALONS);
			log.awaitHandledBy("archive-service");
			log.awaitHandledBy("notification-service");
			String before = archive.fingerprint();
			List<Double> rebuilds = new ArrayList<>();
			List<Double> reads = new ArrayList<>();
			List<Double> copies = new ArrayList<>();
			List<String> notes = new ArrayList<>();
			for (int round = 0; round <= rounds; round++) {
				int indexed = archive.indexed();
				CpuTimes earlier = CpuTimes.of(system.parts());
				double perSecond = EVENTS / archive.rebuild();
				CpuTimes later = CpuTimes.of(system.parts());
				if (!archive.fingerprint().equals(before)) {
					throw new IllegalStateException("The rebuilt archive is another one");
				}
				System.out.printf(Locale.ROOT, "  round %d: %.0f events/s%n", round, perSecond);
				// It indexes what it serves now, which would slow down what comes next.
				archive.awaitIndexed(indexed + 1);
				if (round > 0) {
					rebuilds.add(perSecond);
					reads.add(log.plainlyRead(EVENTS));
					copies.add(PlainCopy.rowsPerSecond(system.database(), "archive", "salons"));
					notes.add("Busy cores in round %d: %s.".formatted(round, later.since(earlier)));
				}
			}
			return section(new Figure("rebuild, events", "/s", rebuilds),
					new Figure("a consumer that does nothing", "/s", reads),
					new Figure("COPY of the rows", "/s", copies), notes);
		}
	}

	private static Section section(Figure rebuild, Figure read, Figure copy, List<String> notes) {
		List<String> said = new ArrayList<>();
		said.add(String.format(Locale.ROOT, "Goal, %.0f events/s: **%s**. Each result had the same hash.", GOAL,
				(rebuild.median() >= GOAL) ? "met" : "missed"));
		said.addAll(notes);
		return new Section("Rebuild of the archive from %d events of %d salons".formatted(EVENTS, SALONS),
				List.of(rebuild, read, copy), List.of(new Ratio(rebuild, read)), said);
	}

}
