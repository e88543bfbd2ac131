package org.salon.notification.mail;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.salon.notification.Fixtures;
import org.salon.notification.member.Member;
import org.salon.notification.plan.DeliveryKind;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class OwnWordsTests {

	private static final Map<String, Object> VALUES = Map.of("name", "李雷", "number", "44", "title", "A & B <b>", "host",
			"", "speakers",
			List.of(Map.of("name", "Ada", "affiliation", "X"), Map.of("name", "Bo", "affiliation", "")));

	@Test
	void saysValuesAsTheyAreAndLeavesOutWhatIsEmpty() {
		OwnWords words = OwnWords.compile("{{title}} ({{number}})",
				"Dear {{name}}\n\n{{#host}}Host: {{host}}{{/host}}\n{{^host}}No host{{/host}}");
		assertThat(words.subject(VALUES)).isEqualTo("A & B <b> (44)");
		assertThat(words.body(VALUES)).containsExactly("Dear 李雷", "No host");
	}

	@Test
	void saysEachSpeaker() {
		OwnWords words = OwnWords.compile("x",
				"{{#speakers}}{{name}}{{#affiliation}} of {{affiliation}}{{/affiliation}}\n{{/speakers}}");
		assertThat(words.body(VALUES)).containsExactly("Ada of X", "Bo");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			subject | {{nme}}                              | unknown: nme
			body    | {{title.class}}                      | unknown: title.class
			body    | {{#speakers}}{{name.bytes}}{{/speakers}} | unknown: name.bytes
			body    | {{#host}}                            | host
			body    | {{/host}}                            | host
			body    | {{                                   | {{
			body    | {{> other}}                          | other
			body    | {{affiliation}}                      | affiliation
			body    | {{#speakers}}{{#speakers}}{{#speakers}}x{{/speakers}}{{/speakers}}{{/speakers}} | at most 2
			subject | ' '                                  | must not be empty
			""")
	void refusesWhatCannotBeSaid(String field, String template, String says) {
		assertThatExceptionOfType(InvalidWords.class)
			.isThrownBy(() -> OwnWords.compile(field.equals("subject") ? template : "fine",
					field.equals("body") ? template : "fine"))
			.matches((problem) -> problem.field().equals(field))
			.withMessageContaining(says);
	}

	@Test
	void refusesSubjectOfManyLinesAndWhatIsTooLong() {
		assertThatExceptionOfType(InvalidWords.class).isThrownBy(() -> OwnWords.compile("a\nBcc: b@example.org", "x"));
		assertThatExceptionOfType(InvalidWords.class).isThrownBy(() -> OwnWords.compile("x".repeat(201), "x"));
		assertThatExceptionOfType(InvalidWords.class).isThrownBy(() -> OwnWords.compile("x", "x".repeat(5_001)));
	}

	@Test
	void builtInWordsAreSaidWhereOwnOnesAreEmpty() {
		OwnWords words = OwnWords.compile("{{soon}}", "{{#until}}Until {{until}}{{/until}}");
		Member member = LetterSamples.member("en", null);
		Letter letter = LetterSamples.letter(DeliveryKind.CONFIRMATION, LetterSamples.place(DeliveryKind.CONFIRMATION),
				member, Fixtures.LONG_BEFORE);
		LetterView view = LetterSamples.view(letter, words);
		assertThat(view.subject()).startsWith("Salon 44: your place is confirmed");
		assertThat(view.lead().getFirst()).startsWith("You are registered for salon 44");
	}

	@Test
	void everyMailKeepsItsDeadlineItsLinksAndWhyItCame() {
		OwnWords words = OwnWords.compile("Own {{number}}", "Own body for {{name}}.");
		Letter letter = LetterSamples.letter(DeliveryKind.SEAT_OFFERED, LetterSamples.offered(),
				LetterSamples.member("en", null), Fixtures.LONG_BEFORE);
		LetterView view = LetterSamples.view(letter, words);
		assertThat(view.subject()).isEqualTo("Own 44");
		assertThat(view.lead()).startsWith("Own body for 李雷.")
			.anyMatch((line) -> line.startsWith("Please accept before"));
		assertThat(view.call()).isNotNull();
		assertThat(view.footer()).isNotEmpty();
		assertThat(view.why()).isNotBlank();
	}

}
