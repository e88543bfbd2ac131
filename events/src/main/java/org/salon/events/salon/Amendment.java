package org.salon.events.salon;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * That an event mends what was said of a past salon, and does not tell of something new.
 *
 * @param fields names of the fields of {@link SalonState} that are mended
 * @param reason why, in the organiser's words, for everyone to read; absent if none was
 * given
 */
public record Amendment(List<String> fields, @Nullable String reason) {

	public Amendment {
		fields = List.copyOf(fields);
	}

}
