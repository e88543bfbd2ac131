package org.salon.notification.metrics;

import java.time.Duration;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

class RecentOutcomesTests {

	private final SimpleMeterRegistry registry = new SimpleMeterRegistry();

	private final NotificationMetrics metrics = new NotificationMetrics(this.registry);

	private final RecentOutcomes outcomes = new RecentOutcomes(this.registry);

	@Test
	void countsThoseOfAllKindsOfTheLastHourOnly() {
		assertThat(this.outcomes.lastHour()).isEmpty();
		this.metrics.outcome("REMINDER", "FAILED");
		sampleAfter(Duration.ZERO);
		this.metrics.outcome("REMINDER", "SENT");
		this.metrics.outcome("CONFIRMATION", "SENT");
		sampleAfter(Duration.ofMinutes(30));
		assertThat(this.outcomes.lastHour()).containsExactly(entry("sent", 2L));
		this.metrics.outcome("REPLAY", "BOUNCED");
		sampleAfter(Duration.ofMinutes(70));
		assertThat(this.outcomes.lastHour()).containsExactly(entry("bounced", 1L));
		sampleAfter(Duration.ofMinutes(140));
		assertThat(this.outcomes.lastHour()).isEmpty();
	}

	private void sampleAfter(Duration time) {
		this.outcomes.sample(time.toNanos());
	}

}
