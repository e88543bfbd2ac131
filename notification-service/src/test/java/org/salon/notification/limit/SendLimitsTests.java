package org.salon.notification.limit;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.salon.notification.Fixtures;
import org.salon.notification.StoppedClock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class SendLimitsTests {

	private final StoppedClock clock = new StoppedClock(Fixtures.LONG_BEFORE);

	@Test
	void limitsNothingUnlessItIsToldTo() {
		SendLimits limits = new SendLimits(new LimitProperties(null, null, List.of()), this.clock);
		assertThat(limits.available()).isEqualTo(Integer.MAX_VALUE);
		assertThat(limits.available("example.org")).isEqualTo(Integer.MAX_VALUE);
		assertThat(limits.untilNext()).isZero();
		assertThat(limits.untilNext("example.org")).isZero();
	}

	@Test
	void limitsEachDomainByItself() {
		SendLimits limits = new SendLimits(new LimitProperties(null, 60, List.of("QQ.com = 120", "163.com=1")),
				this.clock);
		assertThat(limits.available("qq.com")).isEqualTo(2);
		assertThat(limits.take("163.com")).isTrue();
		assertThat(limits.take("163.com")).isFalse();
		assertThat(limits.take("example.org")).isTrue();
		assertThat(limits.take("example.org")).isFalse();
		assertThat(limits.take("example.com")).isTrue();
		assertThat(limits.perMinute("163.com")).isEqualTo(1);
		assertThat(limits.perMinute("example.org")).isEqualTo(60);
	}

	@ParameterizedTest
	@ValueSource(strings = { "qq.com", "qq.com=", "=100", "qq.com=0", "qq.com=-1", "a@qq.com=1", "qq.com=x",
			"qq.com=1=2", "qq.com=99999999999" })
	void refusesWhatIsNoLimitOfADomain(String domains) {
		assertThatIllegalArgumentException().isThrownBy(() -> new LimitProperties(null, null, List.of(domains)))
			.withMessageContaining(domains);
	}

}
