package org.salon.registration.share;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

import org.springframework.web.util.UriComponentsBuilder;

import org.salon.registration.salon.Salon;

/** Addresses at which calendars on the web take an entry over. */
final class CalendarLinks {

	private static final DateTimeFormatter BASIC = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'", Locale.ROOT)
		.withZone(ZoneOffset.UTC);

	private CalendarLinks() {
	}

	static String google(Salon salon, String page) {
		return UriComponentsBuilder.fromUriString("https://calendar.google.com/calendar/render")
			.queryParam("action", "TEMPLATE")
			.queryParam("text", "{title}")
			.queryParam("dates", BASIC.format(salon.startsAt()) + "/" + BASIC.format(salon.endsAt()))
			.queryParam("details", "{page}")
			.queryParam("location", "{place}")
			.encode()
			.buildAndExpand(salon.details().title(), page, place(salon, page))
			.toUriString();
	}

	static String outlook(Salon salon, String page) {
		return UriComponentsBuilder.fromUriString("https://outlook.live.com/calendar/0/deeplink/compose")
			.queryParam("rru", "addevent")
			.queryParam("subject", "{title}")
			.queryParam("startdt", "{start}")
			.queryParam("enddt", "{end}")
			.queryParam("body", "{page}")
			.queryParam("location", "{place}")
			.encode()
			.buildAndExpand(salon.details().title(), text(salon.startsAt()), text(salon.endsAt()), page,
					place(salon, page))
			.toUriString();
	}

	private static String text(Instant instant) {
		return DateTimeFormatter.ISO_INSTANT.format(instant);
	}

	private static String place(Salon salon, String page) {
		String format = salon.details().format();
		return (format != null) ? format : page;
	}

}
