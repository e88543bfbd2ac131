package org.salon.notification.channel.wire;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class RateLimitTests {

	private static final Instant NOW = Instant.parse("2026-06-07T11:30:00Z");

	private final RateLimit limit = RateLimit.of(new RateLimit.Window(20, Duration.ofMinutes(1)));

	@Test
	void lets20PassAndTheNextWhenTheFirstIsAMinuteOld() {
		List<Instant> attempts = new ArrayList<>();
		for (int i = 0; i < 20; i++) {
			Instant at = NOW.plusMillis(i * 10L);
			assertThat(this.limit.next(attempts, at)).isEqualTo(at);
			attempts.add(at);
		}
		assertThat(this.limit.next(attempts, NOW.plusSeconds(1))).isBetween(NOW.plusSeconds(60), NOW.plusSeconds(61));
	}

	@Test
	void keepsEveryWindowOfAnyLength() {
		RateLimit both = RateLimit.of(new RateLimit.Window(100, Duration.ofMinutes(1)),
				new RateLimit.Window(5, Duration.ofSeconds(1)));
		List<Instant> attempts = new ArrayList<>();
		Instant at = NOW;
		for (int i = 0; i < 300; i++) {
			at = both.next(attempts, at);
			attempts.add(at);
		}
		for (Instant start : attempts) {
			assertThat(attempts.stream().filter(within(start, Duration.ofSeconds(1))).count()).isLessThanOrEqualTo(5);
			assertThat(attempts.stream().filter(within(start, Duration.ofMinutes(1))).count()).isLessThanOrEqualTo(100);
		}
	}

	@Test
	void waitsNotForAttemptsOfAClockThatWasWrong() {
		List<Instant> ahead = new ArrayList<>();
		for (int i = 0; i < 20; i++) {
			ahead.add(NOW.plus(Duration.ofHours(5)));
		}
		assertThat(this.limit.next(ahead, NOW)).isEqualTo(NOW);
	}

	private static Predicate<Instant> within(Instant start, Duration length) {
		return (at) -> !at.isBefore(start) && at.isBefore(start.plus(length));
	}

}
