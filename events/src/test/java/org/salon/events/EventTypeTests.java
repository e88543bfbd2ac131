package org.salon.events;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class EventTypeTests {

	@ParameterizedTest
	@EnumSource
	void isFoundByItsName(EventType type) {
		assertThat(EventType.named(type.wireName())).contains(type);
		assertThat(EventType.isUnknownVersion(type.wireName())).isFalse();
	}

	@ParameterizedTest
	@ValueSource(strings = { "salon.announced.v2", "salon.announced.v0", "salon.announced", "salon.announced.v",
			"salon.delivery-changed.v10" })
	void knowsThatAnotherVersionOfAKnownEventCannotBeRead(String name) {
		assertThat(EventType.named(name)).isEmpty();
		assertThat(EventType.isUnknownVersion(name)).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", ".v1", "salon", "salon.v1", "salon.poll-opened.v1", "SALON.ANNOUNCED.V1",
			"xsalon.announced.v2", "salon.announced.v1.v1", "org.salon.events.salon.SalonAnnounced" })
	void takesAnythingElseForAnEventThatCanBeSkipped(String name) {
		assertThat(EventType.named(name)).isEmpty();
		assertThat(EventType.isUnknownVersion(name)).isFalse();
	}

	@Test
	void refusesWhatIsNoEvent() {
		assertThatIllegalArgumentException().isThrownBy(() -> EventType.of(String.class))
			.withMessageContaining("is no event");
	}

}
