package org.salon.notification.salon;

import java.time.Instant;
import java.time.ZoneId;

import org.jspecify.annotations.Nullable;

/**
 * What an attendee has to know to be there. Where it differs from what the person was
 * told, a notice is due; where only other things differ, none is. The address of the
 * meeting is not among them: mails lead to a page that knows the present one.
 */
public record SalonFacts(String title, @Nullable String format, Instant startsAt, Instant endsAt, ZoneId zone,
		@Nullable String joinText, boolean cancelled) {

	/** Whether both name the same time. */
	public boolean sameTimeAs(SalonFacts other) {
		return this.startsAt.equals(other.startsAt) && this.endsAt.equals(other.endsAt);
	}

}
