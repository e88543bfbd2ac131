package org.salon.registration.chart;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import org.salon.registration.chart.Chart.Form;
import org.salon.registration.chart.Chart.Row;
import org.salon.registration.web.Words;

/** Makes charts of what is counted, in the reader's words. */
@Component
class SalonCharts {

	/** The salon itself and those that it is compared with. */
	private static final int COMPARED = 4;

	/** Further back the course of sign-ups is of no use to anybody. */
	private static final int DAYS = 28;

	private static final int HELD = 12;

	private final SalonFigures figures;

	private final Words words;

	private final Clock clock;

	SalonCharts(SalonFigures figures, Words words, Clock clock) {
		this.figures = figures;
		this.words = words;
		this.clock = clock;
	}

	/**
	 * How places filled, against the last salons: all so far, by days before the start.
	 */
	Chart signUps(int number) {
		Map<Integer, NavigableMap<Integer, Long>> courses = this.figures
			.byDaysBefore(this.figures.upTo(number, COMPARED));
		List<Integer> salons = courses.keySet().stream().sorted((one, other) -> other - one).toList();
		int first = Math.min(DAYS, courses.values().stream().mapToInt(NavigableMap::lastKey).max().orElse(0));
		List<Row> rows = new ArrayList<>();
		for (int day = first; day >= 0; day--) {
			int until = day;
			rows.add(new Row(Integer.toString(day),
					salons.stream().<@Nullable Long>map((salon) -> sumFrom(courses.get(salon), until)).toList()));
		}
		return new Chart("sign-ups", Form.LINE, "chart.signUps", "chart.daysBefore",
				salons.stream().map(this::salon).toList(), salons.isEmpty() ? List.of() : rows);
	}

	/** Where sign-ups came from. */
	Chart sources(int number) {
		List<SalonFigures.Count> named = this.figures.sources(number);
		long rest = this.figures.signUps(number) - named.stream().mapToLong(SalonFigures.Count::number).sum();
		List<Row> rows = new ArrayList<>(named.stream().map((count) -> row(count.name(), count.number())).toList());
		if (rest > 0) {
			rows.add(row(this.words.of("chart.noSource"), rest));
		}
		return new Chart("sources", Form.BAR, "chart.signUps", "chart.source", List.of(this.words.of("chart.signUps")),
				rows);
	}

	/** How often each link of the salon was followed. */
	Chart clicks(int number) {
		return new Chart("clicks", Form.BAR, "chart.clicks", "chart.link", List.of(this.words.of("chart.clicks")),
				this.figures.clicks(number).stream().map((count) -> row(count.name(), count.number())).toList());
	}

	/** Who came to the last salons, and who did not. */
	Chart turnouts() {
		return new Chart("turnout", Form.STACK, "chart.people", "chart.salon",
				List.of(this.words.of("chart.came"), this.words.of("chart.missing"), this.words.of("chart.withdrawn")),
				this.figures.turnouts(this.clock.instant(), HELD)
					.reversed()
					.stream()
					.map((turnout) -> new Row(salon(turnout.salon()),
							List.of(turnout.came(), turnout.missing(), turnout.withdrawn())))
					.toList());
	}

	private String salon(int number) {
		return this.words.of("chart.number", Integer.toString(number));
	}

	private static Row row(String name, long number) {
		return new Row(name, List.of(number));
	}

	/** All until that many days before the start. */
	private static long sumFrom(@Nullable NavigableMap<Integer, Long> course, int day) {
		return (course != null ? course : new TreeMap<Integer, Long>()).tailMap(day, true)
			.values()
			.stream()
			.mapToLong(Long::longValue)
			.sum();
	}

}
