package org.salon.registration.registration;

import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import org.salon.events.delivery.DeliveryKind;

import static org.assertj.core.api.Assertions.assertThat;

/** Each mail that may come has its name and its reason in every language. */
class MailWordsTests {

	@ParameterizedTest
	@EnumSource
	void namesEachKindAndWhyItCame(DeliveryKind kind) {
		Stream.of(Locale.ROOT, Locale.SIMPLIFIED_CHINESE).forEach((language) -> {
			ResourceBundle words = ResourceBundle.getBundle("messages", language,
					ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
			assertThat(words.getString("kind." + kind)).isNotBlank();
			assertThat(words.getString("why." + kind)).isNotBlank();
		});
	}

}
