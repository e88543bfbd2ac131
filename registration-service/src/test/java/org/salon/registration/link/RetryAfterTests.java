package org.salon.registration.link;

import java.time.Instant;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class RetryAfterTests {

	private static final Instant NOW = Instant.parse("2026-11-01T00:00:00Z");

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "120 | 2026-11-01T00:02:00Z", "0 | 2026-11-01T00:00:00Z",
					"Sun, 01 Nov 2026 03:00:00 GMT | 2026-11-01T03:00:00Z", "999999999 | 2026-11-08T00:00:00Z",
					"Fri, 31 Dec 2027 23:59:59 GMT | 2026-11-08T00:00:00Z" })
	void readsSecondsAndDatesAndWaitsAWeekAtMost(String value, Instant moment) {
		assertThat(RetryAfter.read(value, NOW)).contains(moment);
	}

	@ParameterizedTest
	@NullSource
	@ValueSource(strings = { "", "soon", "-5", "1e9", "99999999999999", "Sun, 99 Nov 2026 03:00:00 GMT" })
	void readsNothingElse(String value) {
		assertThat(RetryAfter.read(value, NOW)).isEmpty();
	}

}
