package org.salon.registration.people;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.salon.events.registration.RegistrationStatus;

import static org.assertj.core.api.Assertions.assertThat;

class PeopleFilterTests {

	@Test
	void saysAgainWhatItWasToldAndNothingElse() {
		Map<String, String> query = Map.of("q", "Li %_\\", "status", "REGISTERED", "came", "no", "language", "zh-CN",
				"trouble", "yes", "sort", "name");
		PeopleFilter filter = PeopleFilter.of(query);
		assertThat(filter.query()).isEqualTo(query);
		assertThat(filter.pattern()).isEqualTo("%Li \\%\\_\\\\%");
		assertThat(filter.status()).isEqualTo(RegistrationStatus.REGISTERED);
		assertThat(filter.came()).isFalse();
		assertThat(PeopleFilter.ALL.query()).isEmpty();
	}

	@Test
	void takesWhatCannotBeForNothing() {
		assertThat(PeopleFilter.of(Map.of("q", " \0 ", "status", "BOSS", "came", "maybe", "language", "'; drop",
				"trouble", "no", "sort", "up")))
			.isEqualTo(PeopleFilter.ALL);
		assertThat(PeopleFilter.of(Map.of("q", "x".repeat(500))).text()).hasSize(200);
	}

	@Test
	void cursorLeadsBackToItsRow() {
		Cursor cursor = new Cursor("李 雷|=", UUID.randomUUID());
		assertThat(Cursor.read(cursor.text())).isEqualTo(cursor);
		Cursor moment = new Cursor(Instant.now().toString(), UUID.randomUUID());
		assertThat(Cursor.readMoment(moment.text())).isEqualTo(moment);
		assertThat(Cursor.readMoment(cursor.text())).isNull();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " ", "x", "%%%", "AAAA", "MTIzNDU2Nzg5MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2" })
	void cursorThatIsNoneIsTheBeginning(String text) {
		assertThat(Cursor.read(text)).isNull();
		assertThat(Cursor.readMoment(text)).isNull();
	}

}
