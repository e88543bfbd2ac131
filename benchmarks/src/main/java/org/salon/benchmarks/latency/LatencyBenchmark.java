package org.salon.benchmarks.latency;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.salon.benchmarks.report.Distribution;
import org.salon.benchmarks.report.Figure;
import org.salon.benchmarks.report.Section;
import org.salon.benchmarks.system.CpuTimes;
import org.salon.benchmarks.system.Inbox;
import org.salon.benchmarks.system.RunningSystem;
import org.salon.benchmarks.system.SalonClient;

/**
 * Registrations at a steady pace that does not wait for answers, each timed from the
 * moment at which it was due: a system that stalls is charged for all who wait.
 */
public final class LatencyBenchmark {

	/** Registrations per second. */
	public static final int PACE = 50;

	private static final int SALON = 900_001;

	private static final double GOAL_MILLIS = 1_000;

	/** Long enough for the hot code of three services to be compiled on two cores. */
	private static final Duration WARM_UP = Duration.ofSeconds(30);

	private static final Duration PATIENCE = Duration.ofMinutes(3);

	private final RunningSystem system;

	private final Inbox inbox;

	private final List<Distribution> toInbox = new ArrayList<>();

	private final List<Distribution> toAnswer = new ArrayList<>();

	private final List<String> notes = new ArrayList<>();

	private int expectedMails;

	private long late;

	private long lost;

	private long refused;

	/** Measures this system. */
	public LatencyBenchmark(RunningSystem system) {
		this.system = system;
		this.inbox = new Inbox(system.inbox());
	}

	/** Runs so many rounds of so many seconds, after a warm-up. */
	public Section run(int rounds, int seconds) throws InterruptedException {
		try (SalonClient client = new SalonClient(this.system.registration())) {
			client.announce(SALON);
			SteadyLoad load = new SteadyLoad(client, SALON, PACE);
			this.inbox.clear();
			settle(load.run("warm-up", WARM_UP));
			for (int round = 1; round <= rounds; round++) {
				round(load, round, seconds);
			}
		}
		return section(rounds, seconds);
	}

	/** Waits for all mails there will be, so that no round is charged for another. */
	private void settle(List<SteadyLoad.Sent> sent) throws InterruptedException {
		this.expectedMails += (int) sent.stream().filter((each) -> each.status() == 201).count();
		int arrived = this.inbox.awaitTotal(this.expectedMails, PATIENCE);
		this.lost += this.expectedMails - Math.min(arrived, this.expectedMails);
		this.expectedMails = arrived;
	}

	private void round(SteadyLoad load, int round, int seconds) throws InterruptedException {
		CpuTimes before = CpuTimes.of(this.system.parts());
		List<SteadyLoad.Sent> sent = load.run("r" + round, Duration.ofSeconds(seconds));
		CpuTimes after = CpuTimes.of(this.system.parts());
		settle(sent);
		Map<String, Instant> arrivals = this.inbox.arrivals();
		List<Double> millis = sent.stream()
			.filter((each) -> arrivals.containsKey(each.email()))
			.map((each) -> Duration.between(each.due(), arrivals.getOrDefault(each.email(), each.due())).toNanos()
					/ 1e6)
			.toList();
		Distribution arrived = Distribution.of(millis);
		this.toInbox.add(arrived);
		this.toAnswer.add(Distribution.of(sent.stream().map(SteadyLoad.Sent::answerMillis).toList()));
		this.late += arrived.above(GOAL_MILLIS);
		this.refused += sent.stream().filter((each) -> each.status() != 201).count();
		this.notes.add("Busy cores in round %d: %s.".formatted(round, after.since(before)));
		System.out.printf("  round %d: form to inbox p50 %.0f ms, p99 %.0f ms, max %.0f ms%n", round,
				arrived.percentile(0.5), arrived.percentile(0.99), arrived.max());
	}

	private Section section(int rounds, int seconds) {
		List<Figure> figures = new ArrayList<>(figures("form to inbox", this.toInbox));
		figures.addAll(figures("form to answer", this.toAnswer));
		long all = (long) rounds * seconds * PACE;
		boolean met = this.late + this.lost + this.refused == 0;
		List<String> said = new ArrayList<>();
		said.add(
				"Goal, every confirmation in the inbox within 1 s: **%s** (of %d registrations %d were late, %d had no mail after %d s, %d were refused)."
					.formatted(met ? "met" : "missed", all, this.late, this.lost, PATIENCE.toSeconds(), this.refused));
		said.addAll(this.notes);
		return new Section("Form to inbox at %d registrations/s".formatted(PACE), figures, List.of(), said);
	}

	private static List<Figure> figures(String name, List<Distribution> rounds) {
		return List.of(new Figure(name + " p50", "ms", rounds.stream().map((round) -> round.percentile(0.5)).toList()),
				new Figure(name + " p99", "ms", rounds.stream().map((round) -> round.percentile(0.99)).toList()),
				new Figure(name + " max", "ms", rounds.stream().map(Distribution::max).toList()));
	}

}
