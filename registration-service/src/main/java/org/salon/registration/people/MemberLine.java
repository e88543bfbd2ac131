package org.salon.registration.people;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * A member in the list, across all salons.
 *
 * @param places that they hold or held, those given back left out
 * @param came to how many salons they came
 * @param missed of how many that are over they held a seat and did not come
 */
public record MemberLine(UUID id, String name, String email, String language, boolean announcements, Instant since,
		int places, int came, int missed) {

	/**
	 * A page of members.
	 *
	 * @param next where the next page goes on; nothing on the last one
	 */
	public record Page(List<MemberLine> members, @Nullable String next) {
	}

}
