package org.salon.benchmarks.console;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.salon.benchmarks.ledger.FilledLedger;
import org.salon.benchmarks.report.Distribution;
import org.salon.benchmarks.report.Figure;
import org.salon.benchmarks.report.Ratio;
import org.salon.benchmarks.report.Section;
import org.salon.benchmarks.system.RunningSystem;

/**
 * Every list of the operators' pages of a club with 1,000 salons, 200,000 members and a
 * ledger of millions, by HTTP as a browser asks, in turns with the health of the same
 * services.
 */
public final class ConsoleBenchmark {

	private static final int SALONS = 1_000;

	private static final int MEMBERS = 200_000;

	private static final int CALLS = 40;

	private static final int WARM_UPS = 2;

	private static final double GOAL_MILLIS = 200;

	private final RunningSystem system;

	private final long rows;

	private final Map<String, List<String>> pages = new LinkedHashMap<>();

	private final Map<String, List<Distribution>> answers = new LinkedHashMap<>();

	private final List<Distribution> limits = new ArrayList<>();

	/**
	 * Measures this system, which is empty.
	 * @param rows of the ledger
	 */
	public ConsoleBenchmark(RunningSystem system, long rows) {
		this.system = system;
		this.rows = rows;
		String site = system.registration() + "/operator";
		String desk = system.notification() + "/operator/mail";
		page("salons", spread(site + "/salons?before="));
		page("salons, searched", List.of(site + "/salons?query=Theme+77", site + "/salons?stage=HELD"));
		page("salon", spread(site + "/salons/"));
		page("charts of a salon", spread(site + "/salons/").stream().map((salon) -> salon + "/charts").toList());
		page("charts", List.of(site + "/charts"));
		page("people of a salon", spread(site + "/salons/").stream().map((salon) -> salon + "/people").toList());
		page("people, searched",
				spread(site + "/salons/").stream().map((salon) -> salon + "/people?q=reader+1").toList());
		page("door", spread(site + "/salons/").stream().map((salon) -> salon + "/door").toList());
		page("members", List.of(site + "/members"));
		page("members, searched",
				IntStream.range(0, 20).mapToObj((i) -> site + "/members?q=reader" + (i * 9_973 + 11)).toList());
		page("live", List.of(site));
		page("mails", List.of(desk));
		page("ledger", List.of(desk + "/deliveries"));
		page("ledger of a salon", spread(desk + "/deliveries?salon="));
		page("ledger, by state", List.of(desk + "/deliveries?state=FAILED", desk + "/deliveries?state=EXPIRED"));
		page("ledger of an address",
				IntStream.range(0, 20)
					.mapToObj((i) -> desk + "/deliveries?recipient=reader" + (i * 997 + 3) + "@example.org")
					.toList());
	}

	private void page(String name, List<String> addresses) {
		this.pages.put(name, addresses);
	}

	/** The same of twenty salons. */
	private static List<String> spread(String before) {
		return IntStream.range(0, 20).mapToObj((i) -> before + (ClubTables.FIRST_SALON + 7 + i * 47)).toList();
	}

	/** Fills the club and runs so many rounds, after a warm-up. */
	public Section run(int rounds) throws InterruptedException, SQLException {
		List<String> notes = new ArrayList<>();
		fill(notes);
		try (Operator operator = new Operator(this.system.registration())) {
			List<String> health = List.of(this.system.registration() + "/actuator/health");
			for (int i = 0; i < WARM_UPS; i++) {
				for (List<String> addresses : this.pages.values()) {
					operator.open(addresses, CALLS);
				}
			}
			for (int round = 1; round <= rounds; round++) {
				for (Map.Entry<String, List<String>> page : this.pages.entrySet()) {
					Distribution measured = operator.open(page.getValue(), CALLS);
					this.answers.computeIfAbsent(page.getKey(), (name) -> new ArrayList<>()).add(measured);
					System.out.printf("  round %d: %s p50 %.1f ms, p95 %.1f ms%n", round, page.getKey(),
							measured.percentile(0.5), measured.percentile(0.95));
				}
				this.limits.add(operator.open(health, CALLS));
			}
		}
		return section(notes);
	}

	private void fill(List<String> notes) throws InterruptedException, SQLException {
		long start = System.nanoTime();
		try (FilledLedger ledger = new FilledLedger(this.system, this.rows, false)) {
			ledger.fill();
		}
		try (Connection connection = this.system.database().connect("registration")) {
			new ClubTables(connection).fill(FilledLedger.SALON, FilledLedger.PATTERN, SALONS, MEMBERS);
		}
		notes.add("%,d salons, %,d members and %,d mails were written in %d s.".formatted(SALONS, MEMBERS, this.rows,
				(System.nanoTime() - start) / 1_000_000_000));
	}

	private Section section(List<String> notes) {
		List<Figure> figures = new ArrayList<>();
		List<Ratio> ratios = new ArrayList<>();
		Figure limit = figure("health of the same service p95", this.limits, 0.95);
		List<String> slow = new ArrayList<>();
		this.answers.forEach((page, rounds) -> {
			Figure late = figure(page + " p95", rounds, 0.95);
			figures.add(figure(page + " p50", rounds, 0.5));
			figures.add(late);
			ratios.add(new Ratio(late, limit));
			if (late.median() >= GOAL_MILLIS) {
				slow.add(page);
			}
		});
		figures.add(limit);
		notes.addFirst("Goal, p95 of each page below %.0f ms: **%s**.".formatted(GOAL_MILLIS,
				slow.isEmpty() ? "met" : "missed by " + String.join(", ", slow)));
		return new Section("Operators' pages, %,d salons, %,d members, %,d mails".formatted(SALONS, MEMBERS, this.rows),
				figures, ratios, notes);
	}

	private static Figure figure(String name, List<Distribution> rounds, double share) {
		return new Figure(name, "ms", rounds.stream().map((round) -> round.percentile(share)).toList());
	}

}
