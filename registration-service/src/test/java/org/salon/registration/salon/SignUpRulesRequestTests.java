package org.salon.registration.salon;

import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

import org.salon.events.salon.Question;
import org.salon.events.salon.SignUpRules;
import org.salon.registration.input.InvalidFields;
import org.salon.registration.input.JsonFields;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

class SignUpRulesRequestTests {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private static final SignUpRules KNOWN = new SignUpRules(true, Duration.ofHours(1),
			List.of(new Question("q1", "First?", Question.Kind.TEXT, List.of(), false),
					new Question("way", "How?", Question.Kind.CHOICE, List.of("a", "b"), true)));

	@Test
	void readsRules() {
		SignUpRules rules = read("""
				{"confirmAddress": true, "acceptWithin": "PT12H", "questions": [
					{"text": "Wish?", "kind": "TEXT"},
					{"id": "way", "text": "How?", "kind": "choice", "options": ["train", "car"], "required": true}]}""",
				SignUpRules.PLAIN);
		assertThat(rules).isEqualTo(new SignUpRules(true, Duration.ofHours(12),
				List.of(new Question("q1", "Wish?", Question.Kind.TEXT, List.of(), false),
						new Question("way", "How?", Question.Kind.CHOICE, List.of("train", "car"), true))));
	}

	@Test
	void keepsWhatIsNotSaidAndForgetsWhatIsNull() {
		assertThat(SignUpRulesRequest.read(fields("{}"), KNOWN)).isEqualTo(KNOWN);
		assertThat(read("{}", KNOWN)).isEqualTo(KNOWN);
		assertThat(read("null", KNOWN)).isEqualTo(SignUpRules.PLAIN);
		assertThat(read("{\"acceptWithin\": null, \"questions\": null}", KNOWN))
			.isEqualTo(new SignUpRules(true, null, List.of()));
	}

	@Test
	void givesQuestionItsFormerIdAndNewOneNobodysId() {
		assertThat(read("""
				{"questions": [{"text": "New?", "kind": "TEXT"}, {"text": "How?", "kind": "TEXT"},
					{"text": "Other?", "kind": "TEXT"}]}""", KNOWN).questions()).extracting(Question::id)
			.containsExactly("q2", "way", "q3");
	}

	@Test
	void asksAtMostTenQuestions() {
		assertThat(problems("{\"questions\": [" + questions(11) + "]}")).isEqualTo("signUp.questions: field.tooMany");
		assertThat(read("{\"questions\": [" + questions(10) + "]}", SignUpRules.PLAIN).questions()).hasSize(10);
	}

	@ParameterizedTest
	@ValueSource(strings = { "PT0S", "PT-1H", "PT59S", "P31D", "12h", "P1Y", "" })
	void refusesDurationThatCannotBeRight(String text) {
		assertThat(problems("{\"acceptWithin\": \"" + text + "\"}")).isEqualTo("signUp.acceptWithin: field.duration");
	}

	@ParameterizedTest
	@CsvSource(delimiter = ';', quoteCharacter = '`', value = { "{\"kind\": \"TEXT\"}; text: field.required",
			"{\"text\": \"a\\nb\", \"kind\": \"TEXT\"}; text: field.oneLine", "{\"text\": \"a\"}; kind: question.kind",
			"{\"text\": \"a\", \"kind\": \"MAP\"}; kind: question.kind",
			"{\"text\": \"a\", \"kind\": 1}; kind: field.string",
			"{\"text\": \"a\", \"kind\": \"CHOICE\"}; options: question.options",
			"{\"text\": \"a\", \"kind\": \"CHOICES\", \"options\": [\"a\"]}; options: question.options",
			"{\"text\": \"a\", \"kind\": \"CHOICE\", \"options\": [\"a\", \" a\"]}; options: question.optionTwice",
			"{\"text\": \"a\", \"kind\": \"CHOICE\", \"options\": [\"a\", \" \"]}; options[1]: field.required",
			"{\"text\": \"a\", \"kind\": \"TEXT\", \"options\": [\"a\", \"b\"]}; options: question.noOptions",
			"{\"text\": \"a\", \"kind\": \"TEXT\", \"id\": \"a.b\"}; id: question.id",
			"{\"text\": \"a\", \"kind\": \"TEXT\", \"id\": \"\"}; id: question.id",
			"{\"text\": \"a\", \"kind\": \"TEXT\", \"required\": \"yes\"}; required: field.boolean" })
	void namesWhatIsWrongWithQuestion(String question, String problem) {
		assertThat(problems("{\"questions\": [" + question + "]}")).isEqualTo("signUp.questions[0]." + problem);
	}

	@Test
	void refusesIdsThatAreThereTwiceAndTooManyOptions() {
		assertThat(problems("""
				{"questions": [{"id": "a", "text": "a", "kind": "TEXT"}, {"id": "a", "text": "b", "kind": "TEXT"}]}"""))
			.isEqualTo("signUp.questions[1].id: question.idTwice");
		String options = IntStream.range(0, 21).mapToObj((i) -> "\"" + i + "\"").collect(Collectors.joining(","));
		assertThat(
				problems("{\"questions\": [{\"text\": \"a\", \"kind\": \"CHOICE\", \"options\": [" + options + "]}]}"))
			.isEqualTo("signUp.questions[0].options: question.options");
		assertThat(problems("[]")).isEqualTo("signUp: field.object");
	}

	private static String questions(int count) {
		return IntStream.range(0, count)
			.mapToObj((i) -> "{\"text\": \"" + i + "?\", \"kind\": \"TEXT\"}")
			.collect(Collectors.joining(","));
	}

	private static JsonFields fields(String json) {
		return JsonFields.of(JSON.readTree(json));
	}

	private static SignUpRules read(String rules, SignUpRules known) {
		JsonFields fields = fields("{\"signUp\": " + rules + "}");
		SignUpRules read = SignUpRulesRequest.read(fields, known);
		fields.checks().done();
		return read;
	}

	private static String problems(String rules) {
		return catchThrowableOfType(InvalidFields.class, () -> read(rules, SignUpRules.PLAIN)).getMessage();
	}

}
