package org.salon.benchmarks.report;

import java.time.Instant;
import java.util.List;

/**
 * All that one run of the benchmarks found out.
 *
 * @param startedAt when it began
 * @param commit what was measured
 * @param settings how, as the command line says it
 * @param machine where
 * @param sections one for each benchmark
 */
public record Report(Instant startedAt, String commit, String settings, Machine machine, List<Section> sections) {

	public Report {
		sections = List.copyOf(sections);
	}

}
