package org.salon.registration.share;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import org.salon.events.salon.Speaker;
import org.salon.registration.salon.Salon;
import org.salon.registration.salon.SalonDetails;
import org.salon.registration.salon.SalonPage;
import org.salon.registration.salon.SalonStage;

/** An invitation as search engines read it: {@code schema.org/Event} in JSON-LD. */
final class EventData {

	private static final String SCHEMA = "https://schema.org/";

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private EventData() {
	}

	/** JSON that may stand inside a script element, whatever the organiser wrote. */
	static String of(Salon salon, SalonPage shown, String page, String description, String language) {
		SalonDetails details = salon.details();
		Map<String, @Nullable Object> event = new LinkedHashMap<>();
		event.put("@context", "https://schema.org");
		event.put("@type", "Event");
		event.put("@id", page);
		event.put("url", page);
		event.put("name", details.title());
		event.put("description", description);
		event.put("image", List.of(page + "/poster.png"));
		event.put("inLanguage", language);
		event.put("startDate", salon.startsAt().atZone(details.zone()).toOffsetDateTime().toString());
		event.put("endDate", salon.endsAt().atZone(details.zone()).toOffsetDateTime().toString());
		boolean cancelled = shown.stage() == SalonStage.CANCELLED;
		event.put("eventStatus", SCHEMA + (cancelled ? "EventCancelled" : "EventScheduled"));
		Attendance attendance = Attendance.of(details.format());
		event.put("eventAttendanceMode", SCHEMA + attendance.mode);
		event.put("location", places(attendance, details.format(), page));
		event.put("isAccessibleForFree", true);
		if (details.host() != null) {
			event.put("organizer", Map.of("@type", "Organization", "name", details.host()));
		}
		if (!details.speakers().isEmpty()) {
			event.put("performer", details.speakers().stream().map(EventData::person).toList());
		}
		if (details.capacity() != null) {
			event.put("maximumAttendeeCapacity", details.capacity());
			event.put("remainingAttendeeCapacity", shown.seatsLeft());
		}
		if (shown.open()) {
			event.put("offers", offer(shown, page));
		}
		return embeddable(JSON.writeValueAsString(event));
	}

	private static List<Map<String, String>> places(Attendance attendance, @Nullable String format, String page) {
		List<Map<String, String>> places = new ArrayList<>();
		if (attendance != Attendance.OFFLINE) {
			places.add(Map.of("@type", "VirtualLocation", "url", page));
		}
		if (attendance != Attendance.ONLINE && format != null) {
			places.add(Map.of("@type", "Place", "name", format, "address", format));
		}
		return places;
	}

	private static Map<String, Object> person(Speaker speaker) {
		Map<String, Object> person = new LinkedHashMap<>();
		person.put("@type", "Person");
		person.put("name", speaker.name());
		if (speaker.affiliation() != null) {
			person.put("affiliation", Map.of("@type", "Organization", "name", speaker.affiliation()));
		}
		return person;
	}

	private static Map<String, Object> offer(SalonPage shown, String page) {
		Integer left = shown.seatsLeft();
		String availability = (left != null && left == 0) ? "SoldOut" : "InStock";
		return Map.of("@type", "Offer", "price", 0, "priceCurrency", "CNY", "url", page + "#sign-up", "availability",
				SCHEMA + availability);
	}

	private static String embeddable(String json) {
		// No text of ours may end the element or begin a comment in it.
		return json.replace("<", "\\u003c")
			.replace(">", "\\u003e")
			.replace("&", "\\u0026")
			.replace("\u2028", "\\u2028")
			.replace("\u2029", "\\u2029");
	}

	/** Where one attends, as far as the organiser's words for it tell. */
	private enum Attendance {

		ONLINE("OnlineEventAttendanceMode"), OFFLINE("OfflineEventAttendanceMode"), MIXED("MixedEventAttendanceMode");

		private final String mode;

		Attendance(String mode) {
			this.mode = mode;
		}

		static Attendance of(@Nullable String format) {
			if (format == null) {
				return ONLINE;
			}
			String text = format.toLowerCase(Locale.ROOT);
			boolean here = text.contains("线下") || text.contains("in person") || text.contains("on site");
			boolean away = text.contains("线上") || text.contains("online");
			return here ? (away ? MIXED : OFFLINE) : ONLINE;
		}

	}

}
