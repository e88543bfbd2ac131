package org.salon.registration.salon;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.salon.events.salon.Link;
import org.salon.events.salon.Speaker;

/**
 * A salon as a page shows it to one reader.
 *
 * @param when day, weekday and time in the salon's zone, in the reader's language
 * @param startsAt for programs that read the page, ISO 8601, as {@code endsAt}
 * @param zone of the salon, an IANA name
 * @param introduction safe HTML, as {@code about}
 * @param join how to take part, if this reader may know
 * @param seatsLeft none if seats are not limited
 * @param open whether one can sign up now
 */
public record SalonPage(int number, String title, @Nullable String host, @Nullable String format, String when,
		@Nullable String startsAt, @Nullable String endsAt, String zone, SalonStage stage, boolean open,
		List<Speaker> speakers, List<String> papers, List<String> outline, String introduction, String about,
		@Nullable Join join, @Nullable Integer capacity, @Nullable Integer seatsLeft, int registered, int waitlisted,
		List<Link> links, List<String> notes) {

	/** How to take part. */
	public record Join(@Nullable String text, List<String> links, boolean picture) {
	}

}
