package org.salon.notification.channel.wire;

import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class RushHoursTests {

	@ParameterizedTest
	@ValueSource(strings = { "2026-06-07T11:30:00Z", "2026-06-07T10:00:00Z", "2026-06-07T10:00:59Z",
			"2026-06-07T10:59:55Z" })
	void keepsAwayFromFullAndHalfHours(String due) {
		Instant at = Instant.parse(due);
		for (String post : new String[] { "44once", "44PT1H", "45once" }) {
			Instant spread = RushHours.avoid(at, at.plus(Duration.ofHours(1)), post);
			assertThat(spread.getEpochSecond() % 1800).isBetween(60L, 180L);
			assertThat(spread).isBetween(at, at.plusSeconds(200));
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "2026-06-07T11:35:00Z", "2026-06-07T10:01:01Z", "2026-06-07T10:59:49Z" })
	void postsAtOnceAtOtherTimes(String due) {
		Instant at = Instant.parse(due);
		assertThat(RushHours.avoid(at, at.plus(Duration.ofHours(1)), "44once")).isEqualTo(at);
	}

	@ParameterizedTest
	@ValueSource(ints = { 0, 10, 40 })
	void ratherIsInTime(int seconds) {
		Instant at = Instant.parse("2026-06-07T11:30:00Z");
		assertThat(RushHours.avoid(at, at.plusSeconds(seconds), "44once")).isEqualTo(at.plusSeconds(seconds / 4));
	}

}
