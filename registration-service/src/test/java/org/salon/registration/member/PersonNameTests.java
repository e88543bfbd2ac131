package org.salon.registration.member;

import java.text.Normalizer;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

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
				"e" + "\u0301".repeat(400));
	}

	@ParameterizedTest
	@ValueSource(strings = { "Win at https://example.org", "http:evil", "HTTP://x", "https\uFF1A\uFF0F\uFF0Fx",
			"http:\u2044\u2044x", "ht\u200Btp://x", "ht\u00ADtp://x", "www.example", "WWW.example", "www\u3002example",
			"Visit example.com now", "evil.example", "EVIL.EXAMPLE", "Evil.Com", "evil\u3002com", "evil\uFF0Ecom",
			"evil\uFF61com", "evil\uFE52com", "evil\u2024com", "evil.\u200Bcom", "ev\u2060il.c\u200Dom",
			"evil.c\u034Fom", "evil\uFF0E\uFF43\uFF4F\uFF4D", "\u24D4vil.\u24D2\u24DE\u24DC", "例子.中国", "例子。公司",
			"例子.com", "пример.рф", "a.xn--p1ai", "mail me@evil.example", "mailto:x", "1.2.3.4", "张三 t.me/x",
			"bit.ly/x" })
	void refusesLinkInAnyDisguise(String raw) {
		Checks checks = new Checks();
		PersonName.read(checks, raw);
		assertThatExceptionOfType(InvalidFields.class).isThrownBy(checks::done).withMessage("name: name.link");
	}

	@ParameterizedTest
	@NullSource
	@ValueSource(strings = { "", " ", "\u3000" })
	void isNotAskedForWhereItIsOptional(String raw) {
		Checks checks = new Checks();
		assertThat(PersonName.readOptional(checks, raw)).isEmpty();
		checks.done();
	}

	@Test
	void takesNamesOfAllScripts() {
		for (String name : List.of("张三", "José", "Nguyễn Thị Ánh", "Ó'Brien", "Dr. J.R. Smith", "St.John", "Dr.Li",
				"J.R.R.Tolkien", "穆罕默德.阿里", "阿凡提·艾买提", "张三。", "Ada Lovelace, Ph.D.", "王五（浙大）", "A/B", "Louis XIV.",
				"李四…", "👩‍👩‍👧", "สมชาย", "{{7*7}} ${7*7}", "<script>")) {
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
