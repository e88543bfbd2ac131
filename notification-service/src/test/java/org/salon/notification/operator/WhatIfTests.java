package org.salon.notification.operator;

import java.time.Duration;
import java.time.Instant;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

class WhatIfTests {

	@Test
	void assumesNothingThatIsNotSaid() {
		assertThat(WhatIf.read(null, null)).isEqualTo(new WhatIf(null, null));
	}

	@Test
	void takesNoRemindersForAnAnswer() {
		assertThat(WhatIf.read(null, "").reminders()).isEmpty();
	}

	@Test
	void readsMomentsOfAnyOffset() {
		Instant start = Instant.parse("2026-06-07T11:30:00Z");
		assertThat(WhatIf.read("2026-06-07T11:30:00Z", null).at()).isEqualTo(start);
		assertThat(WhatIf.read("2026-06-07T19:30+08:00", null).at()).isEqualTo(start);
		assertThat(WhatIf.read("2026-06-07T19:30:00 08:00", null).at()).isEqualTo(start);
	}

	@Test
	void readsOffsets() {
		assertThat(WhatIf.read(null, "PT24H, PT5M").reminders()).containsExactly(Duration.ofDays(1),
				Duration.ofMinutes(5));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "now", "2026-06-07", "2026-06-07T11:30:00", "2026-02-30T11:30:00Z",
			"+999999999-01-01T00:00:00Z", "1970-01-01T00:00:00Z" })
	void refusesWhatIsNoMoment(String at) {
		assertThat(problems(at, null)).isEqualTo("[at]");
	}

	@ParameterizedTest
	@ValueSource(strings = { "24h", "PT24H,", ",", "PT0S", "PT-1H", "P61D", "PT24H;PT1H",
			"PT1H,PT2H,PT3H,PT4H,PT5H,PT6H,PT7H,PT8H,PT9H,PT10H,PT11H", "PT99999999999999999999H" })
	void refusesWhatAreNoOffsets(String reminders) {
		assertThat(problems(null, reminders)).isEqualTo("[reminders]");
	}

	@Test
	void namesAllThatIsWrong() {
		assertThat(problems("soon", "often")).isEqualTo("[at, reminders]");
	}

	private static String problems(@Nullable String at, @Nullable String reminders) {
		BadFields problem = catchThrowableOfType(BadFields.class, () -> WhatIf.read(at, reminders));
		return problem.fields().keySet().stream().sorted().toList().toString();
	}

}
