package org.salon.registration.registration;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * What someone says besides name and address. For the organiser only: no event tells of
 * it.
 *
 * @param answers to the organiser's questions, by the question's id; one value for text,
 * a choice and a consent given, any number for several choices
 */
record Remarks(@Nullable String affiliation, @Nullable String note, Map<String, List<String>> answers) {

	static final Remarks NONE = new Remarks(null, null, Map.of());

	Remarks {
		answers = Map.copyOf(answers);
	}

	/** These after what was said before: answers not given anew are kept. */
	Remarks after(Remarks before) {
		Map<String, List<String>> merged = new HashMap<>(before.answers);
		merged.putAll(this.answers);
		return new Remarks(this.affiliation, this.note, merged);
	}

	/** These, with what was answered before to questions that are asked no more. */
	Remarks keeping(Remarks before, Questionnaire asked) {
		Map<String, List<String>> kept = new HashMap<>(before.answers);
		asked.questions().forEach((question) -> kept.remove(question.id()));
		kept.putAll(this.answers);
		return new Remarks(this.affiliation, this.note, kept);
	}

}
