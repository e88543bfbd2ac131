package org.salon.benchmarks.registrations;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.salon.benchmarks.report.Distribution;
import org.salon.benchmarks.report.Figure;
import org.salon.benchmarks.report.Ratio;
import org.salon.benchmarks.report.Section;
import org.salon.benchmarks.system.CpuTimes;
import org.salon.benchmarks.system.Inbox;
import org.salon.benchmarks.system.RunningSystem;
import org.salon.benchmarks.system.SalonClient;

/**
 * Registrations by HTTP beside the same inserts without the service, in turns on the same
 * server. Whatever the registrations set off, mails included, has come to rest before the
 * other turn.
 */
public final class RegistrationBenchmark {

	private static final int SALON = 900_002;

	/** Long enough for the hot code of three services to be compiled on two cores. */
	private static final Duration WARM_UP = Duration.ofSeconds(30);

	private static final Duration PATIENCE = Duration.ofMinutes(3);

	private final RunningSystem system;

	private final Inbox inbox;

	private final InsertLimit limit;

	private final int clients;

	private final Duration duration;

	private final List<Double> rates = new ArrayList<>();

	private final List<Distribution> latencies = new ArrayList<>();

	private final List<Double> mails = new ArrayList<>();

	private final List<Double> limits = new ArrayList<>();

	private final List<String> notes = new ArrayList<>();

	private int expectedMails;

	/**
	 * Measures this system.
	 * @param folder for the files of the limit
	 * @param clients that register at once
	 * @param seconds of each turn
	 */
	public RegistrationBenchmark(RunningSystem system, Path folder, int clients, int seconds) {
		this.system = system;
		this.inbox = new Inbox(system.inbox());
		this.clients = clients;
		this.duration = Duration.ofSeconds(seconds);
		Optional<Path> pgbench = Pgbench.find();
		this.limit = pgbench.<InsertLimit>map((program) -> new Pgbench(program, system.database(), folder))
			.orElseGet(() -> new JdbcLoop(system.database()));
		if (pgbench.isEmpty()) {
			this.notes.add("pgbench is missing, so the limit was measured by plain JDBC; install it with "
					+ "`apt-get install postgresql-contrib` or `brew install postgresql`.");
		}
	}

	/** Runs so many rounds, after a warm-up. */
	public Section run(int rounds) throws InterruptedException, SQLException {
		try (SalonClient client = new SalonClient(this.system.registration())) {
			client.announce(SALON);
			this.inbox.clear();
			FormLoad load = new FormLoad(client, SALON, this.clients);
			this.expectedMails = load.run("warm-up", WARM_UP).millis().count();
			this.inbox.awaitTotal(this.expectedMails, PATIENCE);
			List<String> inserts = new LimitTables(this.system.database(), SALON).create();
			for (int round = 1; round <= rounds; round++) {
				// Who goes first changes, so that a trend favours neither.
				if (round % 2 == 0) {
					limit(inserts);
				}
				registrations(load, round);
				if (round % 2 == 1) {
					limit(inserts);
				}
				System.out.printf("  round %d: %.0f registrations/s, %s %.0f/s%n", round, this.rates.getLast(),
						this.limit.name(), this.limits.getLast());
			}
		}
		return section();
	}

	private void limit(List<String> inserts) throws InterruptedException {
		this.limits.add(this.limit.perSecond(inserts, this.clients, this.duration));
	}

	private void registrations(FormLoad load, int round) throws InterruptedException {
		CpuTimes before = CpuTimes.of(this.system.parts());
		long start = System.nanoTime();
		FormLoad.Outcome outcome = load.run("r" + round, this.duration);
		CpuTimes after = CpuTimes.of(this.system.parts());
		this.rates.add(outcome.perSecond());
		this.latencies.add(outcome.millis());
		this.notes.add("Busy cores in round %d: %s.".formatted(round, after.since(before)));
		if (outcome.refused() > 0) {
			this.notes.add("In round %d %d registrations got no 201.".formatted(round, outcome.refused()));
		}
		this.expectedMails += outcome.millis().count();
		int arrived = this.inbox.awaitTotal(this.expectedMails, PATIENCE);
		this.mails.add(outcome.millis().count() / ((System.nanoTime() - start) / 1e9));
		this.notes.add("Afterwards, until the last mail: %s.".formatted(CpuTimes.of(this.system.parts()).since(after)));
		if (arrived < this.expectedMails) {
			this.notes.add("After round %d %d mails had not arrived within %d s, so the next turn was disturbed."
				.formatted(round, this.expectedMails - arrived, PATIENCE.toSeconds()));
		}
	}

	private Section section() {
		Figure http = new Figure("registrations by HTTP", "/s", this.rates);
		Figure inserts = new Figure("the same inserts by " + this.limit.name(), "/s", this.limits);
		List<Figure> figures = List.of(http, inserts,
				new Figure("answer p50", "ms", this.latencies.stream().map((each) -> each.percentile(0.5)).toList()),
				new Figure("answer p99", "ms", this.latencies.stream().map((each) -> each.percentile(0.99)).toList()),
				new Figure("registrations until the last mail is in the inbox", "/s", this.mails));
		return new Section("Durable registrations, %d clients".formatted(this.clients), figures,
				List.of(new Ratio(http, inserts)), this.notes);
	}

}
