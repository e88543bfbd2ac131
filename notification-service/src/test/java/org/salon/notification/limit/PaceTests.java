package org.salon.notification.limit;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.salon.notification.Fixtures;
import org.salon.notification.StoppedClock;

import static org.assertj.core.api.Assertions.assertThat;

class PaceTests {

	private final StoppedClock clock = new StoppedClock(Fixtures.LONG_BEFORE);

	@ParameterizedTest
	@ValueSource(ints = { 1, 2, 59, 60, 61, 100, 6_000 })
	void letsNoMoreThroughWithinAnyMinuteAndNearlyAsMany(int perMinute) {
		Pace pace = new Pace(perMinute, this.clock);
		List<Instant> taken = new ArrayList<>();
		for (int step = 0; step < 30_000; step++) {
			while (pace.take(1)) {
				taken.add(this.clock.instant());
			}
			this.clock.pass(Duration.ofMillis(10));
		}
		for (int index = perMinute; index < taken.size(); index++) {
			assertThat(Duration.between(taken.get(index - perMinute), taken.get(index)))
				.isGreaterThanOrEqualTo(Duration.ofMinutes(1));
		}
		assertThat(taken).hasSizeGreaterThanOrEqualTo((int) (5 * perMinute * 0.95));
	}

	@Test
	void savesUpNoMoreThanASecondsWorth() {
		Pace pace = new Pace(600, this.clock);
		this.clock.pass(Duration.ofHours(1));
		assertThat(pace.available()).isEqualTo(10);
		assertThat(pace.take(11)).isFalse();
		assertThat(pace.take(10)).isTrue();
		assertThat(pace.available()).isZero();
	}

	@Test
	void saysWhenTheNextMayGo() {
		Pace pace = new Pace(60, this.clock);
		assertThat(pace.untilNext()).isZero();
		assertThat(pace.take(1)).isTrue();
		assertThat(pace.untilNext()).isEqualTo(Duration.ofSeconds(1));
		this.clock.pass(Duration.ofSeconds(1));
		assertThat(pace.take(1)).isTrue();
	}

}
