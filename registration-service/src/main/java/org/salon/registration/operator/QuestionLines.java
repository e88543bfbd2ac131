package org.salon.registration.operator;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import org.salon.events.salon.Question;

/**
 * Questions as a person types them: one on each line, the text, then in any order and
 * with bars between them the kind, the options, whether it is required, and by {@code #}
 * the id of a question that was asked before.
 */
final class QuestionLines {

	private static final Map<String, Question.Kind> KINDS = Map.of("text", Question.Kind.TEXT, "文字", Question.Kind.TEXT,
			"choice", Question.Kind.CHOICE, "单选", Question.Kind.CHOICE, "choices", Question.Kind.CHOICES, "多选",
			Question.Kind.CHOICES, "consent", Question.Kind.CONSENT, "同意", Question.Kind.CONSENT);

	private static final Set<String> REQUIRED = Set.of("required", "必填");

	private QuestionLines() {
	}

	static String text(List<Question> questions) {
		return questions.stream().map(QuestionLines::line).collect(Collectors.joining("\n"));
	}

	static void addTo(ArrayNode questions, String text) {
		text.lines()
			.map(String::strip)
			.filter((line) -> !line.isEmpty())
			.forEach((line) -> add(questions.addObject(), line));
	}

	private static String line(Question question) {
		List<String> parts = new ArrayList<>(List.of(question.text(), question.kind().name().toLowerCase(Locale.ROOT)));
		if (!question.options().isEmpty()) {
			parts.add(String.join("; ", question.options()));
		}
		if (question.required()) {
			parts.add("required");
		}
		parts.add("#" + question.id());
		return String.join(" | ", parts);
	}

	private static void add(ObjectNode question, String line) {
		String[] parts = line.split("[|｜]");
		question.put("text", (parts.length > 0) ? parts[0].strip() : "");
		for (int i = 1; i < parts.length; i++) {
			read(question, parts[i].strip());
		}
		if (!question.has("kind")) {
			question.put("kind", (question.has("options") ? Question.Kind.CHOICE : Question.Kind.TEXT).name());
		}
	}

	private static void read(ObjectNode question, String part) {
		String word = part.toLowerCase(Locale.ROOT);
		Question.Kind kind = KINDS.get(word);
		if (kind != null && !question.has("kind")) {
			question.put("kind", kind.name());
		}
		else if (REQUIRED.contains(word)) {
			question.put("required", true);
		}
		else if (part.startsWith("#")) {
			question.put("id", part.substring(1));
		}
		else if (!part.isEmpty()) {
			ArrayNode options = question.withArray("options");
			for (String option : part.split("[;；]")) {
				if (!option.isBlank()) {
					options.add(option.strip());
				}
			}
		}
	}

}
