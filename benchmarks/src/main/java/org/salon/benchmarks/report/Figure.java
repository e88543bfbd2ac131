package org.salon.benchmarks.report;

import java.util.Arrays;
import java.util.List;

/**
 * One thing that was measured, once in each round.
 *
 * @param name what it is, for the reader of the report
 * @param unit such as {@code /s} or {@code ms}
 * @param rounds the values in the order of the rounds
 */
public record Figure(String name, String unit, List<Double> rounds) {

	public Figure {
		rounds = List.copyOf(rounds);
		if (rounds.isEmpty()) {
			throw new IllegalArgumentException(name + " was not measured");
		}
	}

	/**
	 * The middle value; of an even number of rounds the mean of the two in the middle.
	 */
	public double median() {
		double[] sorted = sorted();
		int middle = sorted.length / 2;
		return (sorted.length % 2 == 1) ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
	}

	/** The smallest. */
	public double min() {
		return sorted()[0];
	}

	/** The largest. */
	public double max() {
		return sorted()[this.rounds.size() - 1];
	}

	private double[] sorted() {
		double[] sorted = this.rounds.stream().mapToDouble(Double::doubleValue).toArray();
		Arrays.sort(sorted);
		return sorted;
	}

}
