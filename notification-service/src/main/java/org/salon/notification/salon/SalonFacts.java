package org.salon.notification.salon;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What an attendee has to know to be there. Where it differs from what the person was
 * told, a notice is due; where only other things differ, none is.
 */
public record SalonFacts(String title, @Nullable String format, Instant startsAt, Instant endsAt, ZoneId zone,
		@Nullable String joinText, List<String> joinLinks, boolean cancelled) {

	public SalonFacts {
		joinLinks = List.copyOf(joinLinks);
	}

	/** Whether both name the same time. */
	public boolean sameTimeAs(SalonFacts other) {
		return this.startsAt.equals(other.startsAt) && this.endsAt.equals(other.endsAt);
	}

}
