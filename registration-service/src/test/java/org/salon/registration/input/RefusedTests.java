package org.salon.registration.input;

import java.time.Duration;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class RefusedTests {

	@ParameterizedTest
	@CsvSource({ "PT0.001S,1,1", "PT1S,1,1", "PT59.2S,60,1", "PT60S,60,1", "PT60.1S,61,2", "PT59M59.5S,3600,60",
			"PT1H,3600,60" })
	void tellsToWaitLongEnough(Duration left, long seconds, long minutes) {
		Refused refused = Refused.tooMany(left);
		assertThat(refused.retryAfter()).isEqualTo(Duration.ofSeconds(seconds));
		assertThat(refused.arguments()).containsExactly(minutes);
	}

}
