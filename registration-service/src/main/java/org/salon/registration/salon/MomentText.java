package org.salon.registration.salon;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** A moment in words, in the reader's language and zone. */
public final class MomentText {

	private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

	private MomentText() {
	}

	/** Day, weekday, time and zone. */
	public static String of(Instant moment, ZoneId zone, Locale locale) {
		return "%s (%s, %s)".formatted(brief(moment, zone, locale), zone.getId(),
				SalonTimeText.offset(moment.atZone(zone)));
	}

	/** The same where the zone has been said. */
	public static String brief(Instant moment, ZoneId zone, Locale locale) {
		ZonedDateTime time = moment.atZone(zone);
		return SalonTimeText.day(time.toLocalDate(), locale) + " " + TIME.format(time);
	}

	/** From when to when, in a zone other than the salon's own. */
	public static String range(Instant from, Instant to, ZoneId zone, Locale locale) {
		return SalonTimeText.of(from, to, zone, locale);
	}

}
