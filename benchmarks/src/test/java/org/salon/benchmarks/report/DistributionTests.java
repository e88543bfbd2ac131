package org.salon.benchmarks.report;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class DistributionTests {

	@Test
	void takesPercentilesByNearestRankWhateverTheOrder() {
		List<Double> values = new ArrayList<>();
		for (int i = 1; i <= 100; i++) {
			values.add((double) i);
		}
		Collections.shuffle(values, new Random(7));
		Distribution distribution = Distribution.of(values);
		assertThat(distribution.percentile(0.5)).isEqualTo(50);
		assertThat(distribution.percentile(0.99)).isEqualTo(99);
		assertThat(distribution.percentile(1)).isEqualTo(100);
		assertThat(distribution.percentile(0.001)).isEqualTo(1);
		assertThat(distribution.max()).isEqualTo(100);
		assertThat(distribution.count()).isEqualTo(100);
	}

	@Test
	void hidesNoOutlierOfFewValues() {
		assertThat(Distribution.of(List.of(1.0, 2.0, 900.0)).percentile(0.99)).isEqualTo(900);
	}

	@Test
	void answersTheOnlyValueForEveryShare() {
		assertThat(Distribution.of(List.of(3.5)).percentile(0.5)).isEqualTo(3.5);
	}

	@Test
	void countsWhatExceedsABoundAndNotWhatMeetsIt() {
		assertThat(Distribution.of(List.of(999.0, 1000.0, 1000.1)).above(1000)).isEqualTo(1);
	}

	@Test
	void refusesNothingAndSharesOutOfBounds() {
		assertThatIllegalArgumentException().isThrownBy(() -> Distribution.of(List.of()));
		Distribution distribution = Distribution.of(List.of(1.0));
		assertThatIllegalArgumentException().isThrownBy(() -> distribution.percentile(0));
		assertThatIllegalArgumentException().isThrownBy(() -> distribution.percentile(1.1));
		assertThatIllegalArgumentException().isThrownBy(() -> distribution.percentile(Double.NaN));
	}

}
