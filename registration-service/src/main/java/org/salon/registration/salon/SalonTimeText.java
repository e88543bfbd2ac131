package org.salon.registration.salon;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;

/** When a salon is, in words. */
final class SalonTimeText {

	private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

	private static final DateTimeFormatter OFFSET = DateTimeFormatter.ofPattern("O", Locale.ENGLISH);

	private SalonTimeText() {
	}

	static String of(SalonDetails details, Locale locale) {
		Instant startsAt = details.startsAt();
		Instant endsAt = details.endsAt();
		if (startsAt == null || endsAt == null) {
			return day(details.date(), locale);
		}
		return of(startsAt, endsAt, details.zone(), locale);
	}

	static String of(Instant startsAt, Instant endsAt, ZoneId zone, Locale locale) {
		ZonedDateTime start = startsAt.atZone(zone);
		ZonedDateTime end = endsAt.atZone(zone);
		String ending = start.toLocalDate().equals(end.toLocalDate()) ? TIME.format(end)
				: day(end.toLocalDate(), locale) + " " + TIME.format(end);
		return "%s %s–%s (%s, %s)".formatted(day(start.toLocalDate(), locale), TIME.format(start), ending, zone.getId(),
				offset(start));
	}

	/** Such as {@code UTC+8}. */
	static String offset(ZonedDateTime time) {
		return OFFSET.format(time).replace("GMT", "UTC");
	}

	static String day(LocalDate date, Locale locale) {
		return switch (locale.getLanguage()) {
			case "zh" -> DateTimeFormatter.ofPattern("yyyy年M月d日 EEEE", Locale.SIMPLIFIED_CHINESE).format(date);
			case "en" -> DateTimeFormatter.ofPattern("EEEE, d MMMM yyyy", Locale.ENGLISH).format(date);
			default -> DateTimeFormatter.ofLocalizedDate(FormatStyle.FULL).withLocale(locale).format(date);
		};
	}

}
