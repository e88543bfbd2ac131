package org.salon.registration.guard;

import jakarta.servlet.http.HttpServletRequest;

/**
 * Something that is put to whoever sends the form, and that a program finds harder than a
 * person. The one whose {@link #name()} is set as {@code salon.challenge} is asked; a
 * service of others can be put here by one more bean.
 */
public interface Challenge {

	/** What to set, to have this one asked. */
	String name();

	/** A new one for a form. */
	Put put();

	/** Whether the form's answer to what was put is right. */
	boolean isMet(HttpServletRequest request);

	/**
	 * What a form shows.
	 *
	 * @param question for a person
	 * @param proof comes back with the answer in the field {@code challengeProof}; the
	 * answer itself comes in {@code challengeAnswer}
	 */
	record Put(String question, String proof) {
	}

}
