package org.salon.benchmarks.report;

import java.util.Arrays;
import java.util.Collection;

/** Many measurements of one thing, in milliseconds. */
public final class Distribution {

	private final double[] sorted;

	private Distribution(double[] sorted) {
		this.sorted = sorted;
	}

	/** Of these values, in any order; at least one. */
	public static Distribution of(Collection<Double> values) {
		if (values.isEmpty()) {
			throw new IllegalArgumentException("nothing was measured");
		}
		double[] sorted = values.stream().mapToDouble(Double::doubleValue).toArray();
		Arrays.sort(sorted);
		return new Distribution(sorted);
	}

	/**
	 * The smallest value that at least this share of all does not exceed (nearest rank):
	 * never one that was not measured.
	 * @param share above 0, up to 1
	 */
	public double percentile(double share) {
		if (!(share > 0 && share <= 1)) {
			throw new IllegalArgumentException("a share above 0 and up to 1, not " + share);
		}
		int rank = (int) Math.ceil(share * this.sorted.length);
		return this.sorted[rank - 1];
	}

	/** The largest. */
	public double max() {
		return this.sorted[this.sorted.length - 1];
	}

	/** How many exceed a bound. */
	public long above(double bound) {
		return Arrays.stream(this.sorted).filter((value) -> value > bound).count();
	}

	/** How many there are. */
	public int count() {
		return this.sorted.length;
	}

}
