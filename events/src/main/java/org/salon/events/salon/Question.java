package org.salon.events.salon;

import java.util.List;
import java.util.Objects;

/**
 * A question of the organiser's own on the sign-up form.
 *
 * @param id by which answers are kept; stays the same when the wording changes
 * @param options what can be chosen; empty for text and consent
 * @param required whether one cannot sign up without an answer; of consent, without a yes
 */
public record Question(String id, String text, Kind kind, List<String> options, boolean required) {

	public Question {
		Objects.requireNonNull(id, "id");
		Objects.requireNonNull(text, "text");
		Objects.requireNonNull(kind, "kind");
		options = List.copyOf(options);
	}

	/** How a question is answered. */
	public enum Kind {

		/** In one's own words. */
		TEXT,
		/** By one of the options. */
		CHOICE,
		/** By any number of the options. */
		CHOICES,
		/** By a yes to what the text says. */
		CONSENT

	}

}
