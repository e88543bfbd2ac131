package org.salon.registration.member;

import java.time.ZoneId;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.salon.events.member.MemberPreferencesChanged;
import org.salon.events.member.MemberState;
import org.salon.events.member.Preferences;

/**
 * A person.
 *
 * @param name how they are called; empty if they did not say
 * @param locale language of pages and mails, a BCP 47 tag
 * @param zone their own time zone, if they chose one
 * @param subscriptionRevision rises each time announcements are asked for; 0 if never
 */
public record Member(UUID id, long version, String name, String email, String locale, Preferences preferences,
		int linkGeneration, @Nullable ZoneId zone, int subscriptionRevision) {

	/** Who wants these mails. */
	public Member preferring(Preferences preferences) {
		return new Member(this.id, this.version, this.name, this.email, this.locale, preferences, this.linkGeneration,
				this.zone, this.subscriptionRevision);
	}

	/** Who is called so, reads that language, and lives in that zone, if they say so. */
	public Member described(String name, String locale, @Nullable ZoneId zone) {
		return new Member(this.id, this.version, name, this.email, locale, this.preferences, this.linkGeneration, zone,
				this.subscriptionRevision);
	}

	Member risen() {
		return new Member(this.id, this.version + 1, this.name, this.email, this.locale, this.preferences,
				this.linkGeneration, this.zone, this.subscriptionRevision);
	}

	MemberPreferencesChanged changed() {
		return new MemberPreferencesChanged(state());
	}

	/** As events tell of it. */
	public MemberState state() {
		return new MemberState(this.id, this.name, this.email, this.locale, this.preferences, this.linkGeneration,
				this.zone);
	}

}
