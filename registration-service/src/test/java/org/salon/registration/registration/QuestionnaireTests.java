package org.salon.registration.registration;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.salon.events.salon.Question;
import org.salon.registration.input.Checks;
import org.salon.registration.input.FieldProblem;
import org.salon.registration.input.InvalidFields;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

class QuestionnaireTests {

	private static final Question WISH = new Question("wish", "Your wish?", Question.Kind.TEXT, List.of(), false);

	private static final Question WAY = new Question("way", "How?", Question.Kind.CHOICE, List.of("train", "开车"), true);

	private static final Question FOOD = new Question("food", "What?", Question.Kind.CHOICES,
			List.of("fish", "rice", "tea"), false);

	private static final Question PHOTO = new Question("photo", "I agree", Question.Kind.CONSENT, List.of(), true);

	private static final Map<String, List<String>> NEEDED = Map.of("way", List.of("train"), "photo", List.of("yes"));

	private final Questionnaire questions = new Questionnaire(List.of(WISH, WAY, FOOD, PHOTO));

	@Test
	void readsAnswersInOrderOfQuestionsAndOptions() {
		Map<String, List<String>> read = read(Map.of("photo", List.of("true"), "food", List.of("tea", "fish", "tea"),
				"way", List.of(" 开车 "), "wish", List.of(" more\nlines ")));
		assertThat(read).containsExactly(Map.entry("wish", List.of("more\nlines")), Map.entry("way", List.of("开车")),
				Map.entry("food", List.of("fish", "tea")), Map.entry("photo", List.of("yes")));
	}

	@Test
	void leavesOutWhatWasLeftEmpty() {
		assertThat(read(Map.of("way", List.of("train"), "photo", List.of("on"), "wish", List.of(" "), "food", List.of(),
				"other", List.of()), new Question("other", "?", Question.Kind.TEXT, List.of(), false)))
			.containsOnlyKeys("way", "photo");
	}

	@Test
	void asksForRequiredAnswersAtOnce() {
		assertThat(problems(Map.of("photo", List.of("no")))).containsExactly("answers.way: field.required",
				"answers.photo: answer.consent");
	}

	@Test
	void namesAnswerToWhatWasNotAsked() {
		assertThat(problems(with("role", "admin"))).containsExactly("answers.role: answer.unasked");
	}

	@ParameterizedTest
	@CsvSource({ "way, plane", "way, TRAIN", "food, meat", "photo, perhaps" })
	void refusesWhatIsNoOption(String id, String value) {
		assertThat(problems(with(id, value))).containsExactly("answers." + id + ": answer.option");
	}

	@ParameterizedTest
	@ValueSource(strings = { "wish", "way", "photo" })
	void refusesTwoAnswersWhereOneIsAsked(String id) {
		assertThat(problems(with(id, "train", "train"))).contains("answers." + id + ": field.repeated");
	}

	@Test
	void takesNfdForNfcOfAnOption() {
		Question cafe = new Question("cafe", "Where?", Question.Kind.CHOICE, List.of("Caf\u00e9", "Bar"), true);
		assertThat(new Questionnaire(List.of(cafe)).read(Map.of("cafe", List.of("Cafe\u0301")), new Checks()))
			.containsEntry("cafe", List.of("Caf\u00e9"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "<script>alert(1)</script>", "{{7*7}} ${7*7} [[${7*7}]]", "👩‍👩‍👧", "=1+1",
			"it's https://example.org" })
	void keepsTextAsItIs(String text) {
		assertThat(read(with("wish", text))).containsEntry("wish", List.of(text));
	}

	@Test
	void takesDirectionControlsOutOfText() {
		assertThat(read(with("wish", "a\u202Eb"))).containsEntry("wish", List.of("ab"));
	}

	@Test
	void refusesTextThatCannotBeRight() {
		assertThat(problems(with("wish", "a\0b"))).containsExactly("answers.wish: field.controls");
		assertThat(problems(with("wish", "a\uD800b"))).containsExactly("answers.wish: field.broken");
		assertThat(problems(with("wish", "a" + "\u0301".repeat(400)))).containsExactly("answers.wish: field.piledUp");
		assertThat(problems(with("wish", "x".repeat(501)))).containsExactly("answers.wish: field.tooLong");
		assertThat(problems(with("wish", "x".repeat(1_000_000)))).containsExactly("answers.wish: field.tooLong");
		assertThat(problems(with("way", "\u200B"))).containsExactly("answers.way: field.required");
	}

	@Test
	void showsEachQuestionWithWhatWasTypedAndItsError() {
		List<QuestionField> fields = this.questions.fields(Map.of("food", List.of("fish", "meat")),
				Map.of("answers.food", "none of the options"));
		assertThat(fields).extracting(QuestionField::name)
			.containsExactly("answers.wish", "answers.way", "answers.food", "answers.photo");
		assertThat(fields.get(2).isChosen("fish")).isTrue();
		assertThat(fields.get(2).isChosen("rice")).isFalse();
		assertThat(fields.get(2).error()).isEqualTo("none of the options");
		assertThat(fields.get(0).value()).isEmpty();
	}

	@Test
	void keepsEarlierAnswersThatAreNotGivenAnew() {
		Remarks before = new Remarks("Lab", "Hello", Map.of("gone", List.of("kept"), "way", List.of("train")));
		Remarks after = new Remarks(null, null, Map.of("way", List.of("开车"))).after(before);
		assertThat(after).isEqualTo(new Remarks(null, null, Map.of("gone", List.of("kept"), "way", List.of("开车"))));
	}

	private static Map<String, List<String>> with(String id, String... values) {
		Map<String, List<String>> given = new HashMap<>(NEEDED);
		given.put(id, List.of(values));
		return given;
	}

	private Map<String, List<String>> read(Map<String, List<String>> given, Question... more) {
		Checks checks = new Checks();
		List<Question> asked = new ArrayList<>(this.questions.questions());
		asked.addAll(List.of(more));
		Map<String, List<String>> read = new Questionnaire(asked).read(given, checks);
		checks.done();
		return read;
	}

	private List<String> problems(Map<String, List<String>> given) {
		return catchThrowableOfType(InvalidFields.class, () -> read(given)).problems()
			.stream()
			.map((FieldProblem problem) -> problem.field() + ": " + problem.code())
			.toList();
	}

}
