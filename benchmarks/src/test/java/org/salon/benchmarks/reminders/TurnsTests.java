package org.salon.benchmarks.reminders;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.salon.benchmarks.reminders.Turns.Turn;

import static org.assertj.core.api.Assertions.assertThat;

class TurnsTests {

	private static final Instant DUE = Instant.parse("2026-06-06T11:30:00Z");

	private static final Offset<Double> CLOSE = Offset.offset(0.02);

	@Test
	void chargesTheStartToTheRateAndNotToTheSustainedOne() {
		List<Instant> sent = IntStream.rangeClosed(1, 1000).mapToObj((n) -> DUE.plusMillis(500).plusMillis(n)).toList();
		Turn turn = Turn.of(DUE, sent, Map.of(), List.of());
		assertThat(turn.perSecond()).isCloseTo(1000 / 1.5, Offset.offset(1.0));
		assertThat(turn.sustained()).isCloseTo(1000, Offset.offset(2.0));
		assertThat(turn.beyond()).isCloseTo(0.5, CLOSE);
		assertThat(turn.slowest()).isZero();
	}

	@Test
	void findsTheSlowestConfirmation() {
		Map<String, Instant> began = new LinkedHashMap<>();
		began.put("a", DUE);
		began.put("b", DUE.plusMillis(400));
		Turn turn = Turn.of(DUE, IntStream.rangeClosed(1, 10).mapToObj(DUE::plusSeconds).toList(), began,
				List.of(DUE.plusMillis(90), DUE.plusMillis(700)));
		assertThat(turn.slowest()).isCloseTo(300, CLOSE);
	}

}
