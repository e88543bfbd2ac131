package org.salon.benchmarks.report;

import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

class FigureTests {

	@Test
	void takesTheMiddleOfAnOddNumberOfRounds() {
		Figure figure = new Figure("rate", "/s", List.of(5.0, 1.0, 900.0));
		assertThat(figure.median()).isEqualTo(5);
		assertThat(figure.min()).isEqualTo(1);
		assertThat(figure.max()).isEqualTo(900);
		assertThat(figure.rounds()).containsExactly(5.0, 1.0, 900.0);
	}

	@Test
	void takesTheMeanOfTheTwoInTheMiddleOfAnEvenNumber() {
		assertThat(new Figure("rate", "/s", List.of(4.0, 1.0, 2.0, 100.0)).median()).isEqualTo(3);
	}

	@Test
	void refusesToBeOfNoRound() {
		assertThatIllegalArgumentException().isThrownBy(() -> new Figure("rate", "/s", List.of()))
			.withMessageContaining("rate");
	}

	@Test
	void dividesMedianByMedian() {
		Ratio ratio = new Ratio(new Figure("a", "/s", List.of(100.0, 300.0, 200.0)),
				new Figure("b", "/s", List.of(800.0)));
		assertThat(ratio.value()).isCloseTo(0.25, within(1e-9));
	}

}
