package org.salon.notification.ledger;

import java.time.Duration;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class PromptnessTests {

	@ParameterizedTest
	@CsvSource({ "PT-3S, 1", "PT0S, 1", "PT1S, 1", "PT1.001S, 2", "PT59S, 60", "PT1M, 60", "PT61S, 120", "PT24H, 86400",
			"P30D, 2147483647" })
	void fallsIntoTheFirstStepThatIsNoShorter(Duration waited, int step) {
		assertThat(Promptness.step(waited)).isEqualTo(step);
	}

}
