package org.salon.messaging;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;

/**
 * Every meter of messaging, declared once; {@code docs/operations.md} says what each
 * means.
 */
public final class MessagingMetrics {

	private static final Duration[] AGES = { Duration.ofMillis(50), Duration.ofMillis(100), Duration.ofMillis(250),
			Duration.ofMillis(500), Duration.ofSeconds(1), Duration.ofMillis(2500), Duration.ofSeconds(5),
			Duration.ofSeconds(15), Duration.ofMinutes(1), Duration.ofMinutes(10), Duration.ofHours(1) };

	private final MeterRegistry registry;

	private final Counter published;

	private final Counter publishFailures;

	private final Counter gaps;

	private final Timer age;

	public MessagingMetrics(MeterRegistry registry) {
		this.registry = registry;
		this.published = Counter.builder("salon.messaging.events.published")
			.description("Events that the broker has acknowledged")
			.register(registry);
		this.publishFailures = Counter.builder("salon.messaging.events.publish.failures")
			.description("Events that the broker refused, or that could not be sent; they are tried again")
			.register(registry);
		this.gaps = Counter.builder("salon.messaging.events.gaps")
			.description("Events before which at least one version of their aggregate was never seen")
			.register(registry);
		this.age = Timer.builder("salon.messaging.event.age")
			.description("From the writing of an event to the commit of what this service made of it")
			.serviceLevelObjectives(AGES)
			.register(registry);
		for (Result result : Result.values()) {
			received(result, 0);
		}
	}

	/** What became of a record. Received is the sum of all. */
	public enum Result {

		HANDLED, DUPLICATE, STALE, SKIPPED, DEAD_LETTERED, WAITING;

		String tag() {
			return name().toLowerCase(java.util.Locale.ROOT);
		}

	}

	public void published(int count) {
		this.published.increment(count);
	}

	public void publishFailed(int count) {
		this.publishFailures.increment(count);
	}

	public void gaps(int count) {
		this.gaps.increment(count);
	}

	/** Of an event that was written then, and whose effect is committed now. */
	public void handled(Instant happenedAt) {
		long age = this.registry.config().clock().wallTime() - happenedAt.toEpochMilli();
		// Two machines' clocks may differ by more than the event took.
		this.age.record(Math.max(0, age), TimeUnit.MILLISECONDS);
	}

	public void received(Result result, int count) {
		Counter.builder("salon.messaging.events.received")
			.description("Records taken from the broker, by what became of them")
			.tag("result", result.tag())
			.register(this.registry)
			.increment(count);
	}

	public void backlog(Supplier<Number> count, Supplier<Number> ageInSeconds) {
		gauge("salon.messaging.outbox.backlog", "Events committed and not yet published", Tags.empty(), count);
		gauge("salon.messaging.outbox.age", "Age in seconds of the oldest event not yet published", Tags.empty(),
				ageInSeconds);
	}

	public void deadLetters(Supplier<Number> open) {
		gauge("salon.messaging.deadletters.open", "Records parked or waiting behind a parked one", Tags.empty(), open);
	}

	public void lag(String topic, Supplier<Number> records) {
		gauge("salon.messaging.consumer.lag", "Records of the topic that this service has not yet handled",
				Tags.of("topic", topic), records);
	}

	private void gauge(String name, String description, Tags tags, Supplier<Number> value) {
		Gauge.builder(name, value).description(description).tags(tags).strongReference(true).register(this.registry);
	}

}
