package org.salon.notification.metrics;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Meters of what waits to be sent. Tags are closed sets. */
@Component
public class QueueMetrics {

	private static final Duration MINUTE = Duration.ofMinutes(1);

	private final MeterRegistry registry;

	/** How many had been handed over by then, for a minute back. */
	private final Deque<Sample> samples = new ArrayDeque<>();

	public QueueMetrics(MeterRegistry registry) {
		this.registry = registry;
	}

	/** The reason is the name of an enum constant. */
	public <T> void held(String reason, T source, ToDoubleFunction<T> count) {
		Gauge.builder("salon.deliveries.held", source, count)
			.description("Messages that are due and wait for a limit, or are paused, by reason")
			.tag("reason", reason.toLowerCase(Locale.ROOT))
			.register(this.registry);
	}

	/** How many messages were handed to the mail server within the last minute. */
	public synchronized long sentLastMinute() {
		long now = handedOver();
		return now - (this.samples.isEmpty() ? 0 : this.samples.getFirst().handedOver());
	}

	@Scheduled(fixedDelay = 2_000)
	synchronized void sample() {
		long now = System.nanoTime();
		this.samples.addLast(new Sample(now, handedOver()));
		while (now - this.samples.getFirst().at() > MINUTE.toNanos()) {
			this.samples.removeFirst();
		}
	}

	private long handedOver() {
		Timer timer = this.registry.find("salon.notification.send").timer();
		return (timer != null) ? timer.count() : 0;
	}

	private record Sample(long at, long handedOver) {
	}

}
