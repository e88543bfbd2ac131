package org.salon.benchmarks.search;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.salon.benchmarks.report.Distribution;
import org.salon.benchmarks.report.Figure;
import org.salon.benchmarks.report.Ratio;
import org.salon.benchmarks.report.Section;
import org.salon.benchmarks.system.CpuTimes;
import org.salon.benchmarks.system.RunningSystem;

/**
 * Queries of several kinds in an archive of 10,000 salons, by HTTP, in turns with as many
 * calls of the same service that find nothing out.
 */
public final class SearchBenchmark {

	private static final int SALONS = 10_000;

	private static final int CALLS = 400;

	private static final int WARM_UPS = 3;

	private static final double GOAL_MILLIS = 50;

	private static final Duration PATIENCE = Duration.ofMinutes(5);

	private static final List<String> LIMIT = List.of("/actuator/health");

	private final RunningSystem system;

	private final SampleArchive archive = new SampleArchive();

	private final Map<String, List<String>> kinds = new LinkedHashMap<>();

	private final Map<String, List<Distribution>> answers = new LinkedHashMap<>();

	private final List<Distribution> limits = new ArrayList<>();

	private final Map<String, List<Double>> inside = new LinkedHashMap<>();

	private final List<String> notes = new ArrayList<>();

	/** Measures this system, whose archive is empty. */
	public SearchBenchmark(RunningSystem system) {
		this.system = system;
		List<String> words = IntStream.range(0, 100).mapToObj((each) -> this.archive.word(each * 37)).toList();
		this.kinds.put("one word", words.stream().map(SearchBenchmark::query).toList());
		this.kinds.put("two words",
				IntStream.range(0, 100).mapToObj((each) -> query(words.get(each) + " 学习")).toList());
		this.kinds.put("part of a word", words.stream().map((word) -> query(word.substring(1, 4))).toList());
		this.kinds.put("typing error",
				words.stream().map((word) -> query(word.substring(0, 3) + "zq" + word.substring(3))).toList());
		this.kinds.put("Chinese", List.of(query("联邦学习"), query("神经网络"), query("隐私"), query("图"), query("知识谱预测")));
		this.kinds.put("filters only",
				List.of("/api/archive?year=2000", "/api/archive?tag=" + utf8("论文分享") + "&platform=bilibili",
						"/api/archive?replay=true&page=7", "/api/archive"));
		this.kinds.put("word with highlights", words.stream().map((word) -> query(word) + "&highlights=true").toList());
	}

	private static String query(String text) {
		return "/api/archive?query=" + utf8(text);
	}

	private static String utf8(String text) {
		return URLEncoder.encode(text, StandardCharsets.UTF_8);
	}

	/** Fills the archive and runs so many rounds, after a warm-up. */
	public Section run(int rounds) throws InterruptedException {
		try (Reader reader = new Reader(this.system.archive())) {
			fill(reader);
			for (int i = 0; i < WARM_UPS; i++) {
				for (List<String> paths : this.kinds.values()) {
					reader.ask(paths, CALLS);
				}
				reader.ask(LIMIT, CALLS);
			}
			for (int round = 1; round <= rounds; round++) {
				round(reader, round);
			}
		}
		return section();
	}

	private void fill(Reader reader) throws InterruptedException {
		long start = System.nanoTime();
		this.archive.write(this.system.kafka(), SALONS);
		while (reader.total("/api/archive?size=1") < SALONS) {
			if (System.nanoTime() - start > PATIENCE.toNanos()) {
				throw new IllegalStateException("the archive is not filled within " + PATIENCE);
			}
			Thread.sleep(500);
		}
		this.notes.add("%,d salons were in the archive %d s after the first was sent.".formatted(SALONS,
				Duration.ofNanos(System.nanoTime() - start).toSeconds()));
	}

	private void round(Reader reader, int round) throws InterruptedException {
		CpuTimes before = CpuTimes.of(this.system.parts());
		for (Map.Entry<String, List<String>> kind : this.kinds.entrySet()) {
			Distribution measured = reader.ask(kind.getValue(), CALLS);
			this.answers.computeIfAbsent(kind.getKey(), (name) -> new ArrayList<>()).add(measured);
			System.out.printf("  round %d: %s p50 %.1f ms, p95 %.1f ms%n", round, kind.getKey(),
					measured.percentile(0.5), measured.percentile(0.95));
		}
		this.limits.add(reader.ask(LIMIT, CALLS));
		for (String quantile : List.of("0.5", "0.95", "0.99")) {
			this.inside.computeIfAbsent(quantile, (name) -> new ArrayList<>()).add(reader.insideTheService(quantile));
		}
		this.notes.add("Busy cores in round %d: %s.".formatted(round, CpuTimes.of(this.system.parts()).since(before)));
	}

	private Section section() {
		List<Figure> figures = new ArrayList<>();
		List<Ratio> ratios = new ArrayList<>();
		List<Figure> limit = figures("health of the same service", this.limits);
		boolean met = true;
		for (Map.Entry<String, List<Distribution>> kind : this.answers.entrySet()) {
			List<Figure> measured = figures(kind.getKey(), kind.getValue());
			figures.addAll(measured);
			ratios.add(new Ratio(measured.get(1), limit.get(1)));
			met &= measured.get(1).median() < GOAL_MILLIS;
		}
		figures.addAll(limit);
		this.inside.forEach((quantile, values) -> figures.add(new Figure(
				"in the service, all kinds, p" + quantile.substring(2).concat("0").substring(0, 2), "ms", values)));
		this.notes
			.addFirst("Goal, p95 of each kind below %.0f ms: **%s**.".formatted(GOAL_MILLIS, met ? "met" : "missed"));
		return new Section("Search in %,d salons, one reader".formatted(SALONS), figures, ratios, this.notes);
	}

	private static List<Figure> figures(String name, List<Distribution> rounds) {
		return IntStream.of(50, 95, 99)
			.mapToObj((percent) -> new Figure(name + " p" + percent, "ms",
					rounds.stream().map((round) -> round.percentile(percent / 100.0)).toList()))
			.toList();
	}

}
