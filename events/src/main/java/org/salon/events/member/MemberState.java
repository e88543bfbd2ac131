package org.salon.events.member;

import java.util.Objects;
import java.util.UUID;

/**
 * A person.
 *
 * @param locale language of pages and mails, a BCP 47 tag
 * @param linkGeneration the generation of links to the preferences that is valid
 */
public record MemberState(UUID memberId, String name, String email, String locale, Preferences preferences,
		int linkGeneration) {

	public MemberState {
		Objects.requireNonNull(memberId, "memberId");
		Objects.requireNonNull(name, "name");
		Objects.requireNonNull(email, "email");
		Objects.requireNonNull(locale, "locale");
		Objects.requireNonNull(preferences, "preferences");
	}

}
