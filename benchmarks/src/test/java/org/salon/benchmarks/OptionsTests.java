package org.salon.benchmarks;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.salon.benchmarks.Options.Benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class OptionsTests {

	@Test
	void measuresEverythingFiveTimesUnlessToldOtherwise() {
		Options options = Options.parse(List.of());
		assertThat(options.rounds()).isEqualTo(5);
		assertThat(Benchmark.values()).allMatch(options::wants);
	}

	@Test
	void readsEveryOption() {
		Options options = Options.parse(List.of("--rounds", "2", "--seconds", "3", "--clients", "4", "--events", "5000",
				"--rows", "200000", "--only", "backbone"));
		assertThat(options).isEqualTo(new Options(2, 3, 4, 5000, 200_000, Benchmark.BACKBONE));
		assertThat(options.wants(Benchmark.LATENCY)).isFalse();
		assertThat(options).hasToString(
				"benchmarks/run --rounds 2 --seconds 3 --clients 4 --events 5000 --rows 200000 --only backbone");
	}

	@ParameterizedTest
	@ValueSource(strings = { "--rounds", "--rounds 0", "--rounds 51", "--rounds x", "--rows 5", "--only mail",
			"--fast yes", "5" })
	void refusesWhatItDoesNotKnowAndWhatIsOutOfBounds(String line) {
		assertThatIllegalArgumentException().isThrownBy(() -> Options.parse(List.of(line.split(" "))));
	}

}
