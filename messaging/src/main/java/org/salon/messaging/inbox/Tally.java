package org.salon.messaging.inbox;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import org.salon.messaging.MessagingMetrics;
import org.salon.messaging.MessagingMetrics.Result;

/** What became of the records of one transaction; counted once that has committed. */
class Tally {

	private final Map<Result, Integer> results = new EnumMap<>(Result.class);

	private final List<Instant> handled = new ArrayList<>();

	private int gaps;

	void count(Result result) {
		this.results.merge(result, 1, Integer::sum);
	}

	void handled(Instant happenedAt) {
		count(Result.HANDLED);
		this.handled.add(happenedAt);
	}

	void gap() {
		this.gaps++;
	}

	void report(MessagingMetrics metrics) {
		this.results.forEach(metrics::received);
		this.handled.forEach(metrics::handled);
		metrics.gaps(this.gaps);
	}

}
