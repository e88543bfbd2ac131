package org.salon.notification.member;

import java.util.UUID;

import org.salon.events.member.Preferences;

/**
 * A person to write to.
 *
 * @param locale language of the mails, a BCP 47 tag
 * @param linkGeneration the generation of links to the preferences that is valid
 * @param revision rises with each change seen here
 */
public record Member(UUID id, String name, String email, String locale, Preferences preferences, int linkGeneration,
		long revision) {
}
