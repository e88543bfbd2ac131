package org.salon.notification.message;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.salon.notification.mail.InvalidWords;
import org.salon.notification.mail.OwnWords;
import org.salon.notification.plan.Audience;

/**
 * A message that is being written: what was typed, be it right or wrong.
 *
 * @param id of the form: sent twice, it is one message
 * @param words of which some may be empty
 */
public record MessageDraft(UUID id, int salon, Set<Audience> audience, List<MessageWords> words) {

	/**
	 * What is wrong, by the name of the field: {@code audience}, {@code subject} and
	 * {@code body}, and the same with a language behind.
	 */
	public Map<String, Problem> problems(List<Locale> languages) {
		Map<String, Problem> problems = new TreeMap<>();
		if (this.audience.isEmpty()) {
			problems.put("audience", new Problem(null));
		}
		Set<String> said = written().stream().map(MessageWords::language).collect(Collectors.toSet());
		boolean allSaid = languages.stream().map(Locale::toLanguageTag).allMatch(said::contains);
		List<MessageWords> toCheck = new ArrayList<>(written());
		if (!said.contains(MessageWords.ALL) && !allSaid) {
			toCheck.add(new MessageWords(MessageWords.ALL, "", ""));
		}
		toCheck.forEach((words) -> check(words, problems));
		return problems;
	}

	/** Those of the words that are not empty. */
	public List<MessageWords> written() {
		return this.words.stream().filter((words) -> !words.subject().isBlank() || !words.body().isBlank()).toList();
	}

	/** What was typed for that language, or nothing. */
	public MessageWords of(String language) {
		return this.words.stream()
			.filter((words) -> words.language().equals(language))
			.findFirst()
			.orElseGet(() -> new MessageWords(language, "", ""));
	}

	/** The name of a field of these words. */
	public static String field(String name, String language) {
		return language.equals(MessageWords.ALL) ? name : name + "." + language;
	}

	/** The words for those who read that language, if they can be said. */
	@Nullable OwnWords wordsFor(Locale language) {
		List<MessageWords> written = written();
		return written.stream()
			.filter((words) -> words.language().equals(language.toLanguageTag()))
			.findFirst()
			.or(() -> written.stream().filter((words) -> words.language().equals(MessageWords.ALL)).findFirst())
			.map(MessageWords::compile)
			.orElse(null);
	}

	private static void check(MessageWords words, Map<String, Problem> problems) {
		try {
			words.compile();
		}
		catch (InvalidWords ex) {
			problems.put(field(ex.field(), words.language()), new Problem(ex));
		}
	}

	/**
	 * What is wrong with a field.
	 *
	 * @param words why they cannot be said, if it is that
	 */
	public record Problem(@Nullable InvalidWords words) {
	}

}
