package org.salon.notification.ledger;

import java.time.Instant;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class DeliveryCursorTests {

	private static final UUID ID = UUID.fromString("5e0b7a2c-0000-4000-8000-00000000000f");

	@Test
	void readsWhatItWroteToTheMicrosecond() {
		DeliveryCursor cursor = new DeliveryCursor(Instant.parse("2026-06-07T11:30:00.123456Z"), ID);
		assertThat(cursor.text()).matches("[0-9a-f_-]+");
		assertThat(DeliveryCursor.read(cursor.text())).contains(cursor);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "x", "1", "_", "1_2", "-1_5e0b7a2c-0000-4000-8000-00000000000f",
			"99999999999999999999_5e0b7a2c-0000-4000-8000-00000000000f", "1_5e0b7a2c-0000-4000-8000-00000000000f'" })
	void readsNothingElse(String text) {
		assertThat(DeliveryCursor.read(text)).isEmpty();
	}

}
