package org.salon.archive.page;

import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

import org.salon.archive.salon.Salon;

/**
 * When a salon was, in a reader's words.
 *
 * @param machine as HTML's time element wants it
 * @param time of start and end with the zone; absent if only the day is known
 */
record When(String machine, String day, @Nullable String time) {

	private static final DateTimeFormatter OFFSET = DateTimeFormatter.ofPattern("O", Locale.ENGLISH);

	static When of(Salon salon, Locale locale) {
		String day = DateTimeFormatter.ofLocalizedDate(FormatStyle.FULL).withLocale(locale).format(salon.date());
		Instant start = salon.startsAt();
		if (start == null) {
			return new When(salon.date().toString(), day, null);
		}
		ZonedDateTime from = start.atZone(salon.zone());
		Instant end = salon.endsAt();
		String time = clock(from) + ((end == null) ? "" : "–" + clock(end.atZone(salon.zone())));
		return new When(start.toString(), day, time + " (" + zone(from) + ")");
	}

	private static String clock(ZonedDateTime time) {
		return DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT).format(time);
	}

	private static String zone(ZonedDateTime at) {
		return at.getZone().getId() + ", " + OFFSET.format(at).replace("GMT", "UTC");
	}

}
