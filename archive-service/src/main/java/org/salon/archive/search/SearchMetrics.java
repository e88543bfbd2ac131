package org.salon.archive.search;

import java.util.function.Supplier;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;

import org.springframework.stereotype.Component;

/** The meters of the search. */
@Component
class SearchMetrics {

	private final Timer search;

	private final Timer fill;

	SearchMetrics(MeterRegistry registry) {
		this.search = Timer.builder("salon.archive.search.time")
			.description("Time from a query to the salons found, the database's revision asked for included")
			.publishPercentiles(0.5, 0.95, 0.99)
			.register(registry);
		this.fill = Timer.builder("salon.archive.index.fill")
			.description("Time to fill the index in memory, at the start and after a rebuild")
			.register(registry);
	}

	<T> T timed(Supplier<T> search) {
		return record(this.search, search);
	}

	<T> T filled(Supplier<T> fill) {
		return record(this.fill, fill);
	}

	private static <T> T record(Timer timer, Supplier<T> work) {
		Timer.Sample sample = Timer.start();
		try {
			return work.get();
		}
		finally {
			sample.stop(timer);
		}
	}

}
