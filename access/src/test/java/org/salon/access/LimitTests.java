package org.salon.access;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class LimitTests {

	private final Limit<Integer> limit = new Limit<>(1, Duration.ofMinutes(1),
			Clock.fixed(Instant.parse("2026-06-01T08:00:00Z"), ZoneOffset.UTC));

	@Test
	void countsEachKeyByItself() {
		assertThat(this.limit.bucket(1).tryConsume(1)).isTrue();
		assertThat(this.limit.bucket(1).tryConsume(1)).isFalse();
		assertThat(this.limit.bucket(2).tryConsume(1)).isTrue();
	}

	@Test
	void forgetsTheLongestUnusedKeyWhenThereAreTooMany() {
		this.limit.bucket(0).tryConsume(1);
		this.limit.bucket(1).tryConsume(1);
		for (int key = 2; key < Limit.REMEMBERED; key++) {
			this.limit.bucket(key);
		}
		this.limit.bucket(0);
		this.limit.bucket(Limit.REMEMBERED);
		assertThat(this.limit.bucket(0).tryConsume(1)).as("used in between").isFalse();
		assertThat(this.limit.bucket(1).tryConsume(1)).as("the longest unused").isTrue();
	}

}
