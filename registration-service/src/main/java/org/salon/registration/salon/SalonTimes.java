package org.salon.registration.salon;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

import org.salon.registration.input.Checks;
import org.salon.registration.input.JsonFields;

/**
 * When a salon is: read from ISO 8601, with an offset, or in the salon's zone without.
 */
record SalonTimes(Instant startsAt, Instant endsAt, ZoneId zone) {

	private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");

	private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");

	/** The times, or null with the problems noted. */
	static @Nullable SalonTimes read(JsonFields fields) {
		Checks checks = fields.checks();
		ZoneId zone = zone(checks, fields.string("zone"));
		Instant startsAt = instant(checks, "startsAt", fields.string("startsAt"), zone);
		Instant endsAt = instant(checks, "endsAt", fields.string("endsAt"), zone);
		if (zone == null || startsAt == null || endsAt == null) {
			return null;
		}
		if (!endsAt.isAfter(startsAt)) {
			checks.reject("endsAt", "field.endBeforeStart");
			return null;
		}
		return new SalonTimes(startsAt, endsAt, zone);
	}

	private static @Nullable ZoneId zone(Checks checks, @Nullable String text) {
		if (text == null || text.isBlank()) {
			missing(checks, "zone");
			return null;
		}
		try {
			return ZoneId.of(text.strip());
		}
		catch (DateTimeException ex) {
			checks.reject("zone", "field.zone");
			return null;
		}
	}

	private static @Nullable Instant instant(Checks checks, String field, @Nullable String text,
			@Nullable ZoneId zone) {
		if (text == null || text.isBlank()) {
			missing(checks, field);
			return null;
		}
		try {
			Instant instant = isLocal(text) ? local(checks, field, text, zone)
					: OffsetDateTime.parse(text.strip()).toInstant();
			if (instant != null && (instant.isBefore(EARLIEST) || !instant.isBefore(LATEST))) {
				checks.reject(field, "field.farTime");
				return null;
			}
			return instant;
		}
		catch (DateTimeException ex) {
			checks.reject(field, "field.time");
			return null;
		}
	}

	private static @Nullable Instant local(Checks checks, String field, String text, @Nullable ZoneId zone) {
		LocalDateTime local = LocalDateTime.parse(text.strip());
		if (zone == null) {
			return null;
		}
		if (zone.getRules().getValidOffsets(local).isEmpty()) {
			// The clocks go forward over it: nobody can come at that time.
			checks.reject(field, "field.timeInGap");
			return null;
		}
		return local.atZone(zone).toInstant();
	}

	private static boolean isLocal(String text) {
		int time = text.indexOf('T');
		String rest = (time < 0) ? text : text.substring(time);
		return !rest.contains("+") && !rest.contains("-") && !rest.toUpperCase(Locale.ROOT).contains("Z");
	}

	private static void missing(Checks checks, String field) {
		if (checks.accepts(field)) {
			checks.reject(field, "field.required");
		}
	}

}
