package org.salon.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.salon.benchmarks.Options.Benchmark;
import org.salon.benchmarks.backbone.BackboneBenchmark;
import org.salon.benchmarks.console.ConsoleBenchmark;
import org.salon.benchmarks.invitation.ImportBenchmark;
import org.salon.benchmarks.latency.LatencyBenchmark;
import org.salon.benchmarks.ledger.LedgerBenchmark;
import org.salon.benchmarks.rebuild.RebuildBenchmark;
import org.salon.benchmarks.registrations.RegistrationBenchmark;
import org.salon.benchmarks.reminders.ReminderBenchmark;
import org.salon.benchmarks.report.JsonReport;
import org.salon.benchmarks.report.Machine;
import org.salon.benchmarks.report.MarkdownReport;
import org.salon.benchmarks.report.Report;
import org.salon.benchmarks.report.Section;
import org.salon.benchmarks.search.SearchBenchmark;
import org.salon.benchmarks.system.Ending;
import org.salon.benchmarks.system.Folders;
import org.salon.benchmarks.system.RunningSystem;

/** What {@code benchmarks/run} starts, at the root of the project. */
public final class Main {

	private static final Logger log = LoggerFactory.getLogger(Main.class);

	private static final Path PROJECT = Path.of("").toAbsolutePath();

	/**
	 * On the disk of the project: in memory nothing would be durable, and all too fast.
	 */
	private static final Path TARGET = PROJECT.resolve("benchmarks/target");

	private final Options options;

	private final Path folder = TARGET.resolve("data-" + ProcessHandle.current().pid());

	private final Ending ending = new Ending();

	private Main(Options options) {
		this.options = options;
		this.ending.add(() -> Folders.delete(this.folder));
	}

	/** Measures and reports; exits with 0 after a whole report, else with 1 or 2. */
	public static void main(String[] arguments) {
		if (List.of(arguments).contains("--help")) {
			System.out.print(Options.HELP);
			return;
		}
		try {
			System.exit(new Main(Options.parse(List.of(arguments))).exitCode());
		}
		catch (IllegalArgumentException ex) {
			System.err.println(ex.getMessage());
			System.err.print(Options.HELP);
			System.exit(2);
		}
	}

	private int exitCode() {
		try {
			run();
			return 0;
		}
		catch (InterruptedException ex) {
			return 1;
		}
		catch (IOException | SQLException | RuntimeException ex) {
			if (!this.ending.hasBegun()) {
				log.error("The measurement failed; there is no report of it", ex);
			}
			return 1;
		}
	}

	private void run() throws IOException, InterruptedException, SQLException {
		Instant startedAt = Instant.now();
		Machine machine = Machine.here();
		String commit = Commit.of(PROJECT);
		Files.createDirectories(this.folder);
		List<Section> sections = new ArrayList<>();
		if (this.options.wants(Benchmark.LATENCY) || this.options.wants(Benchmark.REGISTRATIONS)) {
			measureSystem(sections);
		}
		if (this.options.wants(Benchmark.BACKBONE)) {
			System.out.println("Measuring the event backbone ...");
			try (BackboneBenchmark backbone = new BackboneBenchmark(this.folder.resolve("backbone"),
					this.options.events(), this.ending)) {
				sections.add(backbone.run(this.options.rounds()));
			}
		}
		if (this.options.wants(Benchmark.REMINDERS)) {
			System.out.println("Measuring reminders ...");
			sections.add(new ReminderBenchmark(PROJECT, this.folder.resolve("reminders"), this.options.clients(),
					this.ending)
				.run(this.options.rounds()));
		}
		if (this.options.wants(Benchmark.LEDGER)) {
			System.out.println("Measuring the ledger ...");
			sections.add(new LedgerBenchmark(PROJECT, this.folder.resolve("ledger"), this.options.rows(),
					this.options.clients(), this.ending)
				.run(this.options.rounds()));
		}
		if (this.options.wants(Benchmark.SEARCH)) {
			System.out.println("Measuring the search ...");
			try (RunningSystem system = RunningSystem.start(PROJECT, this.folder.resolve("search"), this.ending)) {
				sections.add(new SearchBenchmark(system).run(this.options.rounds()));
			}
		}
		if (this.options.wants(Benchmark.REBUILD)) {
			System.out.println("Measuring the rebuild of the archive ...");
			sections.add(new RebuildBenchmark(PROJECT, this.folder.resolve("rebuild"), this.ending)
				.run(this.options.rounds()));
		}
		if (this.options.wants(Benchmark.IMPORTS)) {
			System.out.println("Measuring imports ...");
			try (RunningSystem system = RunningSystem.start(PROJECT, this.folder.resolve("imports"), this.ending)) {
				sections.add(new ImportBenchmark(system).run(this.options.rounds()));
			}
		}
		if (this.options.wants(Benchmark.CONSOLE)) {
			System.out.println("Measuring the operators' pages ...");
			try (RunningSystem system = RunningSystem.start(PROJECT, this.folder.resolve("console"), this.ending)) {
				sections.add(new ConsoleBenchmark(system, this.options.rows()).run(this.options.rounds()));
			}
		}
		Report report = new Report(startedAt, commit, this.options.toString(), machine, sections);
		Files.writeString(TARGET.resolve("report.json"), JsonReport.of(report));
		String text = MarkdownReport.of(report);
		Files.writeString(TARGET.resolve("report.md"), text);
		System.out.println("\n" + text);
	}

	private void measureSystem(List<Section> sections) throws InterruptedException, SQLException {
		System.out.println("Starting the system ...");
		try (RunningSystem system = RunningSystem.start(PROJECT, this.folder.resolve("system"), this.ending)) {
			if (this.options.wants(Benchmark.LATENCY)) {
				System.out.println("Measuring form to inbox ...");
				sections.add(new LatencyBenchmark(system).run(this.options.rounds(), 3 * this.options.seconds()));
			}
			if (this.options.wants(Benchmark.REGISTRATIONS)) {
				System.out.println("Measuring registrations ...");
				sections
					.add(new RegistrationBenchmark(system, this.folder, this.options.clients(), this.options.seconds())
						.run(this.options.rounds()));
			}
		}
	}

}
