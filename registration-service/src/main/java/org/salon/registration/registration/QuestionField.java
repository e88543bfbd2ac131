package org.salon.registration.registration;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.salon.events.salon.Question;

/**
 * A question as a form shows it.
 *
 * @param name of the field
 * @param values what was typed or chosen
 * @param error what is wrong with that, in the reader's words
 */
public record QuestionField(Question question, String name, List<String> values, @Nullable String error) {

	/** What was typed; empty if nothing. */
	public String value() {
		return this.values.isEmpty() ? "" : this.values.getFirst();
	}

	public boolean isChosen(String option) {
		return this.values.contains(option);
	}

}
