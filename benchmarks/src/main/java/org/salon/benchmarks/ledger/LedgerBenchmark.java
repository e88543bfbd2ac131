package org.salon.benchmarks.ledger;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.salon.benchmarks.ledger.FilledLedger.Turn;
import org.salon.benchmarks.reminders.Receiver;
import org.salon.benchmarks.report.Figure;
import org.salon.benchmarks.report.Ratio;
import org.salon.benchmarks.report.Section;
import org.salon.benchmarks.system.Ending;
import org.salon.benchmarks.system.RunningSystem;

/**
 * What a delivery costs while the ledger has so many rows, and while it has a hundredth
 * of them: claimed, started, handed over and recorded by the packaged service on a
 * durable database. Two systems run side by side and work in turns, so that what happens
 * to the machine happens to both.
 */
public final class LedgerBenchmark {

	/** Those of a turn. */
	public static final int DELIVERIES = 5_000;

	private static final int WARM_UPS = 2;

	private static final int SMALLER = 100;

	private static final double GOAL = 1.3;

	private final Path project;

	private final Path folder;

	private final long rows;

	private final int connections;

	private final Ending ending;

	private final List<Turn> small = new ArrayList<>();

	private final List<Turn> large = new ArrayList<>();

	private final List<String> notes = new ArrayList<>();

	/**
	 * Prepares the benchmark.
	 * @param project whose system it starts
	 * @param folder for all its data; removed at the end
	 * @param rows of the larger ledger
	 * @param connections to the receiver
	 * @param ending stops it on a signal
	 */
	public LedgerBenchmark(Path project, Path folder, long rows, int connections, Ending ending) {
		this.project = project;
		this.folder = folder;
		this.rows = rows;
		this.connections = connections;
		this.ending = ending;
	}

	/** Runs so many rounds, after a warm-up. */
	public Section run(int rounds) throws InterruptedException, SQLException {
		try (Receiver receiver = new Receiver();
				FilledLedger few = start("small", receiver, this.rows / SMALLER);
				FilledLedger many = start("large", receiver, this.rows)) {
			String sink = receiver.begin(this.ending);
			this.notes.add(String.format(Locale.ROOT,
					"%d deliveries a turn over %d connections to %s; the larger ledger takes %.1f GB with its indexes.",
					DELIVERIES, this.connections, sink, many.gigabytes()));
			for (int round = 1 - WARM_UPS; round <= rounds; round++) {
				// Who goes first changes, so that a trend favours neither.
				boolean fewFirst = round % 2 == 0;
				turn(fewFirst ? few : many, round);
				turn(fewFirst ? many : few, round);
			}
			Section section = section();
			if (section.ratios().stream().anyMatch((ratio) -> ratio.value() > GOAL)) {
				explain(few);
				explain(many);
			}
			return section();
		}
	}

	private FilledLedger start(String name, Receiver receiver, long size) throws SQLException, InterruptedException {
		RunningSystem system = RunningSystem.start(this.project, this.folder.resolve(name), this.ending,
				Map.of("SALON_SMTP_HOST", "127.0.0.1", "SALON_SMTP_PORT", Integer.toString(receiver.port()),
						"SALON_SENDER_CONNECTIONS", Integer.toString(this.connections)));
		FilledLedger ledger = new FilledLedger(system, size);
		long begin = System.nanoTime();
		ledger.fill();
		System.out.printf("  %d rows after %d s%n", size, (System.nanoTime() - begin) / 1_000_000_000);
		return ledger;
	}

	private void turn(FilledLedger ledger, int round) throws SQLException, InterruptedException {
		Turn turn = ledger.send("round" + (round + WARM_UPS), DELIVERIES);
		System.out.printf(Locale.ROOT, "  round %d, %d rows: %.2f ms each, %.2f ms of PostgreSQL's processor time%n",
				round, ledger.rows(), turn.millis(), turn.database());
		if (round > 0) {
			((ledger.rows() == this.rows) ? this.large : this.small).add(turn);
		}
	}

	/** One more turn, under observation, which does not count. */
	private void explain(FilledLedger ledger) throws SQLException, InterruptedException {
		try (BusyStatements statements = new BusyStatements(ledger.system().database())) {
			ledger.send("observed", DELIVERIES);
			this.notes.add("With %d rows PostgreSQL was busy with: %s.".formatted(ledger.rows(), statements.busiest()));
		}
	}

	private Section section() {
		Figure time = figure("a delivery with %d rows".formatted(this.rows), this.large, Turn::millis);
		Figure timeOfFew = figure("a delivery with %d rows".formatted(this.rows / SMALLER), this.small, Turn::millis);
		Figure database = figure("of PostgreSQL's processor with %d rows".formatted(this.rows), this.large,
				Turn::database);
		Figure databaseOfFew = figure("of PostgreSQL's processor with %d rows".formatted(this.rows / SMALLER),
				this.small, Turn::database);
		List<Ratio> ratios = List.of(new Ratio(time, timeOfFew), new Ratio(database, databaseOfFew));
		List<String> all = new ArrayList<>(this.notes);
		ratios.forEach((ratio) -> all.add(String.format(Locale.ROOT, "%s, in ratio: %.2f; goal: at most %.1f, %s.",
				ratio.figure().name(), ratio.value(), GOAL, (ratio.value() <= GOAL) ? "met" : "missed")));
		return new Section(
				"What a delivery costs in a ledger of %d rows and of %d".formatted(this.rows / SMALLER, this.rows),
				List.of(time, timeOfFew, database, databaseOfFew), ratios, all);
	}

	private static Figure figure(String name, List<Turn> turns, java.util.function.ToDoubleFunction<Turn> value) {
		return new Figure(name, "ms", turns.stream().map(value::applyAsDouble).toList());
	}

}
