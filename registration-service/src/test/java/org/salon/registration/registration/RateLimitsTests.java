package org.salon.registration.registration;

import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import java.util.function.IntConsumer;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;

import org.salon.registration.MovableClock;
import org.salon.registration.SalonProperties;
import org.salon.registration.input.Refused;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

class RateLimitsTests {

	private final MovableClock clock = new MovableClock();

	private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

	@Test
	void takesAThousandSignUpsAMinuteForASalonAndNoMore() {
		RateLimits limits = limits(true);
		times(1_000, (person) -> limits.signUp(person + "@example.org", 44));
		assertThatExceptionOfType(Refused.class).isThrownBy(() -> limits.signUp("late@example.org", 44))
			.satisfies((refused) -> assertThat(refused.reason()).isEqualTo(Refused.Reason.TOO_MANY))
			.satisfies((refused) -> assertThat(refused.retryAfter()).isBetween(Duration.ZERO, Duration.ofMinutes(1)));
		assertThat(this.meters.get("salon.registration.signups").tag("result", "limited").counter().count()).isOne();
		assertThatNoException().as("another salon").isThrownBy(() -> limits.signUp("late@example.org", 45));
		this.clock.forward(Duration.ofMinutes(1));
		assertThatNoException().as("the next minute").isThrownBy(() -> limits.signUp("later@example.org", 44));
	}

	@Test
	void limitsNobodyWhenSwitchedOff() {
		RateLimits limits = limits(false);
		assertThatNoException().isThrownBy(() -> times(1_001, (person) -> limits.signUp(person + "@example.org", 44)));
	}

	private static void times(int times, IntConsumer call) {
		for (int i = 0; i < times; i++) {
			call.accept(i);
		}
	}

	private RateLimits limits(boolean on) {
		URI anywhere = URI.create("http://localhost");
		SalonProperties properties = new SalonProperties(new SalonProperties.Operator("secret"), "key", anywhere,
				anywhere, anywhere, anywhere, anywhere, Locale.ENGLISH, on, null);
		return new RateLimits(properties, new RegistrationMetrics(this.meters, null), this.clock);
	}

}
