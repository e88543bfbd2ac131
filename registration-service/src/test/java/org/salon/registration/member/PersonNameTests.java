package org.salon.registration.member;

import java.text.Normalizer;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.salon.registration.input.Checks;
import org.salon.registration.input.InvalidFields;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class PersonNameTests {

	@ParameterizedTest
	@MethodSource
	void refusesWhatIsNoName(String raw) {
		Checks checks = new Checks();
		PersonName.read(checks, raw);
		assertThatExceptionOfType(InvalidFields.class).isThrownBy(checks::done)
			.satisfies((ex) -> assertThat(ex.problems()).extracting("field").containsOnly("name"));
	}

	static List<String> refusesWhatIsNoName() {
		return List.of("", "  ", "\u3000", "\u200B\u200D\uFEFF", "\u3164", "x".repeat(101), "x".repeat(1_000_000),
				"a\0b", "a\r\nBcc: b@example.org", "a\nb", "a\u2028b", "\uD800", "a\uDC00b", "\uFFFD",
				"e" + "\u0301".repeat(400), "Win at https://example.org", "www.example", "Visit example.com now");
	}

	@Test
	void takesNamesOfAllScripts() {
		for (String name : List.of("张三", "José", "Nguyễn Thị Ánh", "Ó'Brien", "Dr. J.R. Smith", "St.John", "👩‍👩‍👧",
				"สมชาย", "{{7*7}} ${7*7}", "<script>")) {
			Checks checks = new Checks();
			assertThat(PersonName.read(checks, " " + name + " "))
				.isEqualTo(Normalizer.normalize(name, Normalizer.Form.NFC));
			checks.done();
		}
	}

	@Test
	void takesBothFormsOfLetterForOne() {
		assertThat(PersonName.read(new Checks(), "Jose\u0301")).isEqualTo(PersonName.read(new Checks(), "Jos\u00E9"));
	}

	@Test
	void leavesOutWhatTurnsReadingDirection() {
		assertThat(PersonName.read(new Checks(), "a\u202Eb\u2066c")).isEqualTo("abc");
	}

}
