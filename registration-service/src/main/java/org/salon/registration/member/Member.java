package org.salon.registration.member;

import java.util.UUID;

import org.salon.events.member.MemberPreferencesChanged;
import org.salon.events.member.MemberState;
import org.salon.events.member.Preferences;

/**
 * A person.
 *
 * @param locale language of pages and mails, a BCP 47 tag
 */
public record Member(UUID id, long version, String name, String email, String locale, Preferences preferences,
		int linkGeneration) {

	Member with(Preferences preferences, String locale) {
		boolean same = this.preferences.equals(preferences) && this.locale.equals(locale);
		return same ? this : new Member(this.id, this.version + 1, this.name, this.email, locale, preferences,
				this.linkGeneration);
	}

	MemberPreferencesChanged changed() {
		return new MemberPreferencesChanged(
				new MemberState(this.id, this.name, this.email, this.locale, this.preferences, this.linkGeneration));
	}

}
