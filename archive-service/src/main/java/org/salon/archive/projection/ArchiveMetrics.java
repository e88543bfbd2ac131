package org.salon.archive.projection;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;

import org.springframework.stereotype.Component;

/** The meters of the archive. */
@Component
class ArchiveMetrics {

	private final Clock clock;

	private final Timer delay;

	private final Timer rebuildTime;

	private final Counter rebuilt;

	private final Counter failed;

	ArchiveMetrics(MeterRegistry registry, Salons salons, Clock clock) {
		this.clock = clock;
		this.delay = Timer.builder("salon.archive.projection.delay")
			.description("Time from an event to its being seen in the archive")
			.publishPercentileHistogram()
			.maximumExpectedValue(Duration.ofMinutes(1))
			.register(registry);
		this.rebuildTime = Timer.builder("salon.archive.rebuild.time")
			.description("Time that a rebuild took, from the log's beginning to the switch")
			.register(registry);
		this.rebuilt = rebuilds(registry, "done");
		this.failed = rebuilds(registry, "failed");
		Gauge.builder("salon.archive.salons", salons, Salons::count)
			.description("Salons that the archive lists")
			.register(registry);
	}

	private static Counter rebuilds(MeterRegistry registry, String result) {
		return Counter.builder("salon.archive.rebuilds")
			.description("Rebuilds of the projection out of the log, by result")
			.tag("result", result)
			.register(registry);
	}

	void projected(Instant happenedAt) {
		Duration delay = Duration.between(happenedAt, this.clock.instant());
		// Two machines' clocks may differ by more than the event took.
		this.delay.record(delay.isNegative() ? Duration.ZERO : delay);
	}

	void rebuilt(Duration time) {
		this.rebuilt.increment();
		this.rebuildTime.record(time);
	}

	void rebuildFailed() {
		this.failed.increment();
	}

}
