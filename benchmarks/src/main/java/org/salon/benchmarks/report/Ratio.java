package org.salon.benchmarks.report;

/**
 * A figure beside the limit of the machine that was measured in the same rounds.
 *
 * @param figure what was measured
 * @param limit what the machine does at best
 */
public record Ratio(Figure figure, Figure limit) {

	/** Median over median; 1 is the limit itself. */
	public double value() {
		return this.figure.median() / this.limit.median();
	}

}
