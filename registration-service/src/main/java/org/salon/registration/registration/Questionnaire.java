package org.salon.registration.registration;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import jakarta.servlet.http.HttpServletRequest;

import org.jspecify.annotations.Nullable;

import org.salon.events.salon.Question;
import org.salon.registration.input.Checks;

/**
 * Reads answers against the questions that a salon asks now.
 *
 * @param questions in the order in which they are asked
 */
record Questionnaire(List<Question> questions) {

	/** What a given consent is kept as. */
	static final String YES = "yes";

	/** Fields of a request, and of a form, are called so, with the question's id. */
	static final String FIELD = "answers.";

	private static final int LONGEST_ANSWER = 500;

	private static final Set<String> ASSENT = Set.of(YES, "true", "on");

	private static final Set<String> DISSENT = Set.of("no", "false");

	Questionnaire {
		questions = List.copyOf(questions);
	}

	/**
	 * What a form was filled in with. Answers to questions that were asked when the page
	 * was loaded, and no longer are, go.
	 */
	Map<String, List<String>> given(HttpServletRequest form) {
		Map<String, List<String>> given = new HashMap<>();
		for (Question question : this.questions) {
			String[] values = form.getParameterValues(FIELD + question.id());
			if (values != null) {
				given.put(question.id(), List.of(values));
			}
		}
		return given;
	}

	/**
	 * Reads what was answered. All that is wrong is noted: answers to what was not asked,
	 * options that there are not, and required answers that are missing.
	 * @param given by the question's id, as typed or chosen
	 * @return the answers, without empty ones
	 */
	Map<String, List<String>> read(Map<String, List<String>> given, Checks checks) {
		Set<String> unknown = new TreeSet<>(given.keySet());
		Map<String, List<String>> answers = new LinkedHashMap<>();
		for (Question question : this.questions) {
			unknown.remove(question.id());
			List<String> answer = read(question, given.getOrDefault(question.id(), List.of()), checks);
			if (!answer.isEmpty()) {
				answers.put(question.id(), answer);
			}
		}
		unknown.forEach((id) -> checks.reject(FIELD + id, "answer.unasked"));
		return answers;
	}

	/**
	 * The questions as a form shows them.
	 * @param given what stands in the fields
	 * @param errors by the name of the field
	 */
	List<QuestionField> fields(Map<String, List<String>> given, Map<String, String> errors) {
		return this.questions.stream()
			.map((question) -> new QuestionField(question, FIELD + question.id(),
					given.getOrDefault(question.id(), List.of()), errors.get(FIELD + question.id())))
			.toList();
	}

	private static List<String> read(Question question, List<String> given, Checks checks) {
		String field = FIELD + question.id();
		List<String> answer = switch (question.kind()) {
			case TEXT -> listOf(checks.optionalText(field, single(field, given, checks), LONGEST_ANSWER));
			case CHOICE -> chosen(question, listOf(single(field, given, checks)), checks);
			case CHOICES -> chosen(question, given, checks);
			case CONSENT -> consent(field, single(field, given, checks), checks);
		};
		if (question.required() && answer.isEmpty() && checks.accepts(field)) {
			checks.reject(field, (question.kind() == Question.Kind.CONSENT) ? "answer.consent" : "field.required");
		}
		return answer;
	}

	private static List<String> chosen(Question question, List<String> given, Checks checks) {
		String field = FIELD + question.id();
		Set<String> chosen = new TreeSet<>();
		for (String option : given) {
			String text = checks.optionalLine(field, option, LONGEST_ANSWER);
			if (text != null && !question.options().contains(text)) {
				checks.reject(field, "answer.option");
			}
			else if (text != null) {
				chosen.add(text);
			}
		}
		return question.options().stream().filter(chosen::contains).toList();
	}

	private static List<String> consent(String field, @Nullable String given, Checks checks) {
		String text = checks.optionalLine(field, given, LONGEST_ANSWER);
		if (text == null || DISSENT.contains(text)) {
			return List.of();
		}
		if (!ASSENT.contains(text)) {
			checks.reject(field, "answer.option");
			return List.of();
		}
		return List.of(YES);
	}

	private static @Nullable String single(String field, List<String> given, Checks checks) {
		if (given.size() > 1) {
			checks.reject(field, "field.repeated");
		}
		return (given.size() == 1) ? given.getFirst() : null;
	}

	private static List<String> listOf(@Nullable String value) {
		return (value != null) ? List.of(value) : List.of();
	}

}
