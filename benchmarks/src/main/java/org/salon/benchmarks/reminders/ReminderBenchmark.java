package org.salon.benchmarks.reminders;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.salon.benchmarks.report.Figure;
import org.salon.benchmarks.report.Ratio;
import org.salon.benchmarks.report.Section;
import org.salon.benchmarks.system.CpuTimes;
import org.salon.benchmarks.system.Ending;
import org.salon.benchmarks.system.RunningSystem;
import org.salon.benchmarks.system.SalonClient;

/**
 * Reminders to many people that are due in the same second: each is rendered for one
 * person as HTML and text with an entry for the calendar, is in the ledger durably before
 * it is handed over and again after, and nobody gets it twice. In turns with peers that
 * send as many equal mails to the same receiver, and remember nothing.
 */
public final class ReminderBenchmark {

	/** Those of a turn. */
	public static final int REMINDERS = 10_000;

	/** Until the compiler has done its work, which takes half of a core until then. */
	private static final int WARM_UPS = 6;

	private static final int SALON = 900_003;

	private static final int OTHER = 900_004;

	private static final String PATTERN = "reader-0@example.org";

	private static final Duration AHEAD = Duration.ofSeconds(4);

	private static final int PATIENCE_SECONDS = 180;

	private final Path project;

	private final Path folder;

	private final int connections;

	private final Ending ending;

	private final Turns turns = new Turns();

	private final Map<Peer, List<Double>> peers = new LinkedHashMap<>();

	private final List<String> notes = new ArrayList<>();

	/**
	 * Prepares the benchmark.
	 * @param project whose system it starts
	 * @param folder for all its data; removed at the end
	 * @param connections to the receiver, for the service and for the peers
	 * @param ending stops it on a signal
	 */
	public ReminderBenchmark(Path project, Path folder, int connections, Ending ending) {
		this.project = project;
		this.folder = folder;
		this.connections = connections;
		this.ending = ending;
	}

	/** Runs so many rounds, after a warm-up. */
	public Section run(int rounds) throws InterruptedException, SQLException, IOException {
		Files.createDirectories(this.folder);
		try (Receiver receiver = new Receiver();
				RunningSystem system = RunningSystem.start(this.project, this.folder.resolve("system"), this.ending,
						Map.of("SALON_SMTP_HOST", "127.0.0.1", "SALON_SMTP_PORT", Integer.toString(receiver.port()),
								"SALON_SENDER_CONNECTIONS", Integer.toString(this.connections)));
				SalonClient client = new SalonClient(system.registration());
				DueReminders ledger = new DueReminders(system.database())) {
			announce(client);
			client.register(SALON, PATTERN);
			ledger.awaitPlan(PATTERN);
			SampleMail sample = sample(ledger, receiver);
			String sink = receiver.begin(this.ending);
			peers(receiver.port(), sample);
			this.notes.add("The receiver is %s; a reminder has %d bytes; %d connections each.".formatted(sink,
					sample.source().length(), this.connections));
			if (!sink.equals("smtp-sink")) {
				this.notes
					.add("smtp-sink and smtp-source are missing: apt-get install postfix, or brew install postfix.");
			}
			Map<String, ProcessHandle> parts = new LinkedHashMap<>(system.parts());
			parts.putAll(receiver.parts());
			for (int round = 1 - WARM_UPS; round <= rounds; round++) {
				// Who goes first changes, so that a trend favours neither.
				if (round > 0 && round % 2 == 0) {
					peerTurns();
				}
				turn(client, ledger, round, parts);
				if (round > 0 && round % 2 == 1) {
					peerTurns();
				}
			}
		}
		return section();
	}

	private static void announce(SalonClient client) throws InterruptedException {
		client.announce(SALON, """
				"host": "Chen Xi", "format": "Talk and discussion",
				"speakers": [{"name": "Lin Wei", "affiliation": "University of the Lake"}],
				"introduction": "How a log became the heart of a data system, and what that is good for.",
				"joinText": "Meeting 123 456 789\\nhttps://meeting.example.org/j/123456789" """);
		client.announce(OTHER);
	}

	/** One reminder, to have the mail that the peers are to send. */
	private SampleMail sample(DueReminders ledger, Receiver receiver) throws SQLException, InterruptedException {
		ledger.awaitRest(PATIENCE_SECONDS);
		ledger.plan(PATTERN, "sample", 1, Instant.now().truncatedTo(ChronoUnit.SECONDS));
		ledger.awaitSent("sample", 1, PATIENCE_SECONDS);
		String source = receiver.sample().orElseThrow(() -> new IllegalStateException("No mail came"));
		return SampleMail.of(source.replace("Reader 1", "Reader 0"));
	}

	private void peers(int port, SampleMail sample) throws InterruptedException {
		Nodemailer.install(this.folder.resolve("nodemailer"), port, this.connections, sample)
			.ifPresentOrElse((peer) -> this.peers.put(peer, new ArrayList<>()), () -> this.notes
				.add("nodemailer was not measured: npm is missing, or its registry cannot be reached."));
		Programs.find("smtp-source")
			.ifPresent((program) -> this.peers
				.put(new SmtpSource(program, this.folder, port, this.connections, sample.source()), new ArrayList<>()));
	}

	private void peerTurns() throws InterruptedException {
		for (Map.Entry<Peer, List<Double>> peer : this.peers.entrySet()) {
			peer.getValue().add(peer.getKey().perSecond(REMINDERS));
			System.out.printf("  %s: %.0f/s%n", peer.getKey().name(), peer.getValue().getLast());
		}
	}

	private void turn(SalonClient client, DueReminders ledger, int round, Map<String, ProcessHandle> parts)
			throws SQLException, InterruptedException {
		String name = "round" + (round + WARM_UPS);
		Instant due = Instant.now().truncatedTo(ChronoUnit.SECONDS).plus(AHEAD);
		ledger.plan(PATTERN, name, REMINDERS, due);
		Thread.sleep(Duration.between(Instant.now(), due));
		CpuTimes before = CpuTimes.of(parts);
		Map<String, Instant> began;
		CpuTimes after;
		try (Probes probes = new Probes(client, OTHER, name, due)) {
			ledger.awaitSent(name, REMINDERS, PATIENCE_SECONDS);
			after = CpuTimes.of(parts);
			began = probes.began();
		}
		List<Instant> confirmed = ledger.confirmed(began.keySet());
		ledger.awaitRest(PATIENCE_SECONDS);
		Turns.Turn turn = Turns.Turn.of(due, ledger.sent(name, REMINDERS), began, confirmed);
		System.out.printf("  round %d: %s%n", round, turn);
		if (round > 0) {
			this.turns.add(turn);
			this.notes.add("Busy cores in round %d: %s.".formatted(round, after.since(before)));
		}
	}

	private Section section() {
		List<Figure> figures = new ArrayList<>(this.turns.figures());
		List<Ratio> ratios = new ArrayList<>();
		this.peers.forEach((peer, rates) -> {
			Figure figure = new Figure(peer.name(), "/s", rates);
			figures.add(figure);
			ratios.add(new Ratio(figures.getFirst(), figure));
		});
		return new Section("%d personal reminders due in the same second".formatted(REMINDERS), figures, ratios,
				this.notes);
	}

}
