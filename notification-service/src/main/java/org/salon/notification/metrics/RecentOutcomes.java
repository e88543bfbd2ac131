package org.salon.notification.metrics;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** What became of mails within the last hour, as this instance counted it. */
@Component
public class RecentOutcomes {

	private static final Duration HOUR = Duration.ofHours(1);

	private final MeterRegistry registry;

	/** How many there had been by then, for an hour back. */
	private final Deque<Sample> samples = new ArrayDeque<>();

	RecentOutcomes(MeterRegistry registry) {
		this.registry = registry;
	}

	/** How many, by the name of the outcome in small letters; to the minute. */
	public synchronized Map<String, Long> lastHour() {
		Map<String, Long> recent = new TreeMap<>(counted());
		if (!this.samples.isEmpty()) {
			this.samples.getFirst().outcomes().forEach((outcome, before) -> recent.merge(outcome, -before, Long::sum));
		}
		recent.values().removeIf((count) -> count == 0);
		return recent;
	}

	@Scheduled(fixedDelay = 60_000)
	void sample() {
		sample(System.nanoTime());
	}

	synchronized void sample(long now) {
		this.samples.addLast(new Sample(now, counted()));
		while (now - this.samples.getFirst().at() > HOUR.toNanos()) {
			this.samples.removeFirst();
		}
	}

	private Map<String, Long> counted() {
		return this.registry.find("salon.notification.deliveries")
			.counters()
			.stream()
			.collect(Collectors.groupingBy((counter) -> String.valueOf(counter.getId().getTag("outcome")),
					Collectors.summingLong((Counter counter) -> Math.round(counter.count()))));
	}

	private record Sample(long at, Map<String, Long> outcomes) {
	}

}
