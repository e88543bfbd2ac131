package org.salon.benchmarks;

import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

/**
 * What the command line asks for.
 *
 * @param rounds that count, after a warm-up
 * @param seconds of each turn of registrations; the latency is measured three times as
 * long
 * @param clients that register at once
 * @param events of each turn of the backbone
 * @param rows of the larger ledger; the smaller one has a hundredth
 * @param only the one benchmark to run; all if absent
 */
record Options(int rounds, int seconds, int clients, int events, int rows, @Nullable Benchmark only) {

	static final String HELP = """
			Usage: benchmarks/run [--rounds N] [--seconds S] [--clients C] [--events E] [--rows R]
			                      [--only NAME]

			Builds and starts the whole system on free ports with data of its own, measures it in
			turns with the limits of this machine, and stops it. All traffic stays on this machine.

			  --rounds N    how often each thing is measured, 1 to 50; 5
			  --seconds S   length of a turn of registrations, 1 to 300; 10; three times that for latency
			  --clients C   who register at once, 1 to 64; 16
			  --events E    events in a turn of the backbone, 1000 to 200000; 20000
			  --rows R      rows of the larger ledger, and of the console's, 100000 to 20000000; 5000000
			  --only NAME   registrations, backbone, latency, reminders, ledger, search,
			                rebuild, imports or console

			The report is printed, and written to benchmarks/target/report.md and report.json.
			""";

	/** What can be measured. */
	enum Benchmark {

		LATENCY, REGISTRATIONS, BACKBONE, REMINDERS, LEDGER, SEARCH, REBUILD, IMPORTS, CONSOLE

	}

	/**
	 * Reads the command line.
	 * @throws IllegalArgumentException with a message for the person at the terminal
	 */
	static Options parse(List<String> arguments) {
		Options options = new Options(5, 10, 16, 20_000, 5_000_000, null);
		for (int i = 0; i < arguments.size(); i += 2) {
			String name = arguments.get(i);
			if (i + 1 == arguments.size()) {
				throw new IllegalArgumentException("Unknown option, or one without a value: " + name);
			}
			options = options.with(name, arguments.get(i + 1));
		}
		return options;
	}

	private Options with(String name, String value) {
		return switch (name) {
			case "--rounds" ->
				new Options(number(name, value, 1, 50), this.seconds, this.clients, this.events, this.rows, this.only);
			case "--seconds" ->
				new Options(this.rounds, number(name, value, 1, 300), this.clients, this.events, this.rows, this.only);
			case "--clients" ->
				new Options(this.rounds, this.seconds, number(name, value, 1, 64), this.events, this.rows, this.only);
			case "--events" -> new Options(this.rounds, this.seconds, this.clients, number(name, value, 1_000, 200_000),
					this.rows, this.only);
			case "--rows" -> new Options(this.rounds, this.seconds, this.clients, this.events,
					number(name, value, 100_000, 20_000_000), this.only);
			case "--only" ->
				new Options(this.rounds, this.seconds, this.clients, this.events, this.rows, benchmark(value));
			default -> throw new IllegalArgumentException("Unknown option: " + name);
		};
	}

	private static int number(String name, String value, int least, int most) {
		try {
			int number = Integer.parseInt(value);
			if (number >= least && number <= most) {
				return number;
			}
		}
		catch (NumberFormatException ex) {
			// Said below, as for a number out of bounds.
		}
		throw new IllegalArgumentException(
				"%s takes a number from %d to %d, not %s".formatted(name, least, most, value));
	}

	private static Benchmark benchmark(String value) {
		for (Benchmark benchmark : Benchmark.values()) {
			if (benchmark.name().equals(value.toUpperCase(Locale.ROOT))) {
				return benchmark;
			}
		}
		throw new IllegalArgumentException(
				"--only takes registrations, backbone, latency, reminders, ledger, search, rebuild, imports or console, not "
						+ value);
	}

	boolean wants(Benchmark benchmark) {
		return this.only == null || this.only == benchmark;
	}

	@Override
	public String toString() {
		return "benchmarks/run --rounds %d --seconds %d --clients %d --events %d --rows %d%s".formatted(this.rounds,
				this.seconds, this.clients, this.events, this.rows,
				(this.only != null) ? " --only " + this.only.name().toLowerCase(Locale.ROOT) : "");
	}

}
