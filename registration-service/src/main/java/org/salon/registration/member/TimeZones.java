package org.salon.registration.member;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.salon.registration.input.Checks;

/** The time zones that one can choose. */
public final class TimeZones {

	private static final List<ZoneId> OFFERED = Stream
		.of("Asia/Shanghai", "Asia/Hong_Kong", "Asia/Taipei", "Asia/Singapore", "Asia/Tokyo", "Asia/Seoul",
				"Asia/Kolkata", "Asia/Dubai", "Europe/Moscow", "Europe/Berlin", "Europe/London", "UTC",
				"America/Sao_Paulo", "America/New_York", "America/Chicago", "America/Denver", "America/Los_Angeles",
				"Pacific/Honolulu", "Australia/Sydney", "Pacific/Auckland")
		.map(ZoneId::of)
		.toList();

	private static final DateTimeFormatter OFFSET = DateTimeFormatter.ofPattern("O", Locale.ENGLISH);

	private TimeZones() {
	}

	/** What a page offers: the usual ones, and those that this reader may need. */
	public static List<Choice> offered(Instant now, @Nullable ZoneId... more) {
		return Stream.concat(OFFERED.stream(), Arrays.stream(more).filter(Objects::nonNull))
			.distinct()
			.map((zone) -> new Choice(zone.getId(),
					zone.getId() + " (" + OFFSET.format(now.atZone(zone)).replace("GMT", "UTC") + ")"))
			.toList();
	}

	/** The zone chosen; null for none, and, with a problem noted, for what is none. */
	public static @Nullable ZoneId read(Checks checks, @Nullable String raw) {
		if (raw == null || raw.isBlank()) {
			return null;
		}
		if (!ZoneId.getAvailableZoneIds().contains(raw.strip())) {
			checks.reject("zone", "field.zone");
			return null;
		}
		return ZoneId.of(raw.strip());
	}

	/** One of them. */
	public record Choice(String id, String label) {
	}

}
