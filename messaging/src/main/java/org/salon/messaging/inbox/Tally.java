package org.salon.messaging.inbox;

import java.util.EnumMap;
import java.util.Map;

import org.salon.messaging.MessagingMetrics;
import org.salon.messaging.MessagingMetrics.Result;

/** What became of the records of one transaction; counted once that has committed. */
class Tally {

	private final Map<Result, Integer> results = new EnumMap<>(Result.class);

	private int gaps;

	void count(Result result) {
		this.results.merge(result, 1, Integer::sum);
	}

	void gap() {
		this.gaps++;
	}

	void report(MessagingMetrics metrics) {
		this.results.forEach(metrics::received);
		metrics.gaps(this.gaps);
	}

}
