package org.salon.registration.link;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/** Reads when a server wants to be asked again: seconds, or a date. */
final class RetryAfter {

	/** Whoever asks for more is asked again then. */
	static final Duration LONGEST = Duration.ofDays(7);

	private RetryAfter() {
	}

	/** When that is; empty if nothing, or nothing readable, is said. */
	static Optional<Instant> read(@Nullable String value, Instant now) {
		return moment((value != null) ? value.strip() : "", now)
			.map((moment) -> moment.isAfter(now.plus(LONGEST)) ? now.plus(LONGEST) : moment);
	}

	private static Optional<Instant> moment(String value, Instant now) {
		if (value.matches("\\d{1,9}")) {
			return Optional.of(now.plusSeconds(Long.parseLong(value)));
		}
		try {
			return Optional.of(ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant());
		}
		catch (DateTimeException ex) {
			return Optional.empty();
		}
	}

}
