package org.salon.benchmarks.report;

import java.util.List;

/**
 * One benchmark's part of the report.
 *
 * @param title what was measured
 * @param figures all that was measured, limits included
 * @param ratios figures beside their limits
 * @param notes what a reader has to know, one sentence each
 */
public record Section(String title, List<Figure> figures, List<Ratio> ratios, List<String> notes) {

	public Section {
		figures = List.copyOf(figures);
		ratios = List.copyOf(ratios);
		notes = List.copyOf(notes);
	}

}
