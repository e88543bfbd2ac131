package org.salon.registration.salon;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.salon.events.salon.Question;
import org.salon.events.salon.SignUpRules;
import org.salon.registration.input.Checks;
import org.salon.registration.input.JsonFields;

/** Reads how places are given and what is asked, as the operator writes it. */
final class SignUpRulesRequest {

	private static final int MOST_QUESTIONS = 10;

	private static final int FEWEST_OPTIONS = 2;

	private static final int MOST_OPTIONS = 20;

	private static final int TEXT = 300;

	private static final int OPTION = 80;

	private static final Duration SHORTEST = Duration.ofMinutes(1);

	private static final Duration LONGEST = Duration.ofDays(30);

	private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{1,40}");

	private final JsonFields fields;

	private final Checks checks;

	private final SignUpRules known;

	private SignUpRulesRequest(JsonFields fields, SignUpRules known) {
		this.fields = fields;
		this.checks = fields.checks();
		this.known = known;
	}

	/**
	 * Reads the field {@code signUp} of a salon.
	 * @param known what is kept where the request says nothing
	 */
	static SignUpRules read(JsonFields salon, SignUpRules known) {
		if (!salon.has("signUp")) {
			return known;
		}
		JsonFields fields = salon.object("signUp");
		return (fields != null) ? new SignUpRulesRequest(fields, known).rules() : SignUpRules.PLAIN;
	}

	private SignUpRules rules() {
		Boolean confirm = this.fields.bool("confirmAddress");
		return new SignUpRules((confirm != null) ? confirm : this.known.confirmAddress(),
				this.fields.has("acceptWithin") ? acceptWithin() : this.known.acceptWithin(),
				this.fields.has("questions") ? questions() : this.known.questions());
	}

	private @Nullable Duration acceptWithin() {
		String text = this.fields.string("acceptWithin");
		if (text == null) {
			return null;
		}
		try {
			Duration duration = Duration.parse(text.strip());
			if (duration.compareTo(SHORTEST) >= 0 && duration.compareTo(LONGEST) <= 0) {
				return duration;
			}
		}
		catch (DateTimeParseException ex) {
			// Said below.
		}
		this.checks.reject(this.fields.name("acceptWithin"), "field.duration", LONGEST.toDays());
		return null;
	}

	private List<Question> questions() {
		List<JsonFields> items = this.fields.objects("questions");
		if (items.size() > MOST_QUESTIONS) {
			this.checks.reject(this.fields.name("questions"), "field.tooMany", MOST_QUESTIONS);
			return List.of();
		}
		List<String> ids = items.stream().map(this::id).toList();
		Set<String> taken = new HashSet<>();
		for (int i = 0; i < ids.size(); i++) {
			if (!ids.get(i).isEmpty() && !taken.add(ids.get(i))) {
				this.checks.reject(items.get(i).name("id"), "question.idTwice");
			}
		}
		List<Question> questions = new ArrayList<>();
		for (int i = 0; i < items.size(); i++) {
			questions.add(question(items.get(i), ids.get(i), i + 1, taken));
		}
		return questions;
	}

	private Question question(JsonFields item, String id, int position, Set<String> taken) {
		String text = this.checks.line(item.name("text"), item.string("text"), TEXT);
		Question.Kind kind = kind(item);
		List<String> options = item.lines("options", OPTION);
		checkOptions(item, kind, options);
		Boolean required = item.bool("required");
		return new Question(id.isEmpty() ? freshId(text, position, taken) : id, text, kind, options,
				required != null && required);
	}

	private String id(JsonFields item) {
		String id = item.string("id");
		if (id != null && !ID.matcher(id).matches()) {
			this.checks.reject(item.name("id"), "question.id");
		}
		return (id != null) ? id : "";
	}

	/**
	 * That of the same question, if it was asked before; else one from the position that
	 * no other question has or had, so that nobody's answer is taken for one to another.
	 */
	private String freshId(String text, int position, Set<String> taken) {
		List<Question> before = this.known.questions();
		String id = before.stream()
			.filter((question) -> question.text().equals(text) && !taken.contains(question.id()))
			.map(Question::id)
			.findFirst()
			.orElseGet(() -> Stream.iterate(position, (number) -> number + 1)
				.map((number) -> "q" + number)
				.filter((free) -> !taken.contains(free)
						&& before.stream().noneMatch((question) -> question.id().equals(free)))
				.findFirst()
				.orElseThrow());
		taken.add(id);
		return id;
	}

	private Question.Kind kind(JsonFields item) {
		String kind = item.string("kind");
		for (Question.Kind one : Question.Kind.values()) {
			if (kind != null && one.name().equals(kind.strip().toUpperCase(Locale.ROOT))) {
				return one;
			}
		}
		if (this.checks.accepts(item.name("kind"))) {
			this.checks.reject(item.name("kind"), "question.kind");
		}
		return Question.Kind.TEXT;
	}

	private void checkOptions(JsonFields item, Question.Kind kind, List<String> options) {
		String field = item.name("options");
		boolean choice = kind == Question.Kind.CHOICE || kind == Question.Kind.CHOICES;
		if (choice && (options.size() < FEWEST_OPTIONS || options.size() > MOST_OPTIONS)
				&& this.checks.accepts(field)) {
			this.checks.reject(field, "question.options", FEWEST_OPTIONS, MOST_OPTIONS);
		}
		else if (!choice && !options.isEmpty() && this.checks.accepts(item.name("kind"))) {
			this.checks.reject(field, "question.noOptions");
		}
		else if (new HashSet<>(options).size() < options.size()) {
			this.checks.reject(field, "question.optionTwice");
		}
	}

}
