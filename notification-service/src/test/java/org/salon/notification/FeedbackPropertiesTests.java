package org.salon.notification;

import java.time.Duration;
import java.util.Map;

import org.junit.jupiter.api.Test;

import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

class FeedbackPropertiesTests {

	@Test
	void asksNobodyWhereItIsEmpty() {
		assertThat(bound("")).isNull();
		assertThat(bound("PT90M")).isEqualTo(Duration.ofMinutes(90));
	}

	private static Duration bound(String value) {
		Binder binder = new Binder(
				new MapConfigurationPropertySource(Map.of("salon.feedback-after", value, "salon.other", "x")));
		return binder.bindOrCreate("salon", FeedbackProperties.class).feedbackAfter();
	}

}
