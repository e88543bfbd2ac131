package org.salon.events.member;

import java.time.ZoneId;
import java.util.Objects;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * A person.
 *
 * @param locale language of pages and mails, a BCP 47 tag
 * @param name how the person is called; empty if they did not say
 * @param linkGeneration the generation of links to the preferences that is valid
 * @param zone the person's own time zone, if they chose one
 */
public record MemberState(UUID memberId, String name, String email, String locale, Preferences preferences,
		int linkGeneration, @Nullable ZoneId zone) {

	public MemberState {
		Objects.requireNonNull(memberId, "memberId");
		Objects.requireNonNull(name, "name");
		Objects.requireNonNull(email, "email");
		Objects.requireNonNull(locale, "locale");
		Objects.requireNonNull(preferences, "preferences");
	}

}
