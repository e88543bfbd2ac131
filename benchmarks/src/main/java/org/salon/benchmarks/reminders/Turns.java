package org.salon.benchmarks.reminders;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.salon.benchmarks.report.Figure;

/** What the turns of the service came to. */
final class Turns {

	private final List<Turn> all = new ArrayList<>();

	void add(Turn turn) {
		this.all.add(turn);
	}

	/** The rate first. */
	List<Figure> figures() {
		return List.of(new Figure("personal reminders, from due to the last", "/s", all(Turn::perSecond)),
				new Figure("of these the middle four fifths", "/s", all(Turn::sustained)),
				new Figure("time beyond what that rate needs (goal: 1 s)", "s", all(Turn::beyond)),
				new Figure("slowest new confirmation meanwhile (goal: 1000 ms)", "ms", all(Turn::slowest)));
	}

	private List<Double> all(java.util.function.ToDoubleFunction<Turn> value) {
		return this.all.stream().map(value::applyAsDouble).toList();
	}

	/**
	 * One turn.
	 *
	 * @param perSecond by the time from the second at which all were due to the last
	 * @param sustained by the time between the first tenth and the last
	 * @param beyond seconds that all took more than at the sustained rate
	 * @param slowest milliseconds from the form of a new registration until its
	 * confirmation was accepted
	 */
	record Turn(double perSecond, double sustained, double beyond, double slowest) {

		/** Of these moments; those of the confirmations in the order of the forms. */
		static Turn of(Instant due, List<Instant> sent, Map<String, Instant> began, List<Instant> confirmed) {
			double whole = seconds(due, sent.getLast());
			int tenth = sent.size() / 10;
			double middle = seconds(sent.get(tenth), sent.get(sent.size() - 1 - tenth));
			double sustained = (sent.size() - 2 * tenth) / middle;
			double slowest = 0;
			Iterator<Instant> ends = confirmed.iterator();
			for (Instant start : began.values()) {
				slowest = Math.max(slowest, 1_000 * seconds(start, ends.next()));
			}
			return new Turn(sent.size() / whole, sustained, whole - sent.size() / sustained, slowest);
		}

		private static double seconds(Instant from, Instant to) {
			return Duration.between(from, to).toNanos() / 1e9;
		}

		@Override
		public String toString() {
			return String.format(Locale.ROOT, "%.0f reminders/s, sustained %.0f, %.2f s beyond, confirmation %.0f ms",
					this.perSecond, this.sustained, this.beyond, this.slowest);
		}

	}

}
