package org.salon.notification.member;

import java.time.Instant;
import java.time.ZoneId;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.salon.events.member.Preferences;

/**
 * A person to write to.
 *
 * @param locale language of the mails, a BCP 47 tag
 * @param linkGeneration the generation of links to the preferences that is valid
 * @param zone the person's own time zone, if they chose one
 * @param subscribedAt from when on announcements are wanted, if they are
 * @param requestedRevision of the last wish for announcements that the address has not
 * confirmed yet
 * @param requestedAt when that was
 * @param revision rises with each change seen here
 */
public record Member(UUID id, String name, String email, String locale, Preferences preferences, int linkGeneration,
		@Nullable ZoneId zone, @Nullable Instant subscribedAt, @Nullable Integer requestedRevision,
		@Nullable Instant requestedAt, long revision) {
}
