package org.salon.archive.metadata;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.salon.archive.salon.Link;
import org.salon.archive.salon.LinkKind;
import org.salon.archive.salon.Salon;
import org.salon.archive.salon.Speaker;
import org.salon.archive.salon.Status;
import org.salon.archive.salon.WebAddress;

/** A salon as {@code schema.org/Event}. */
final class EventData {

	private static final String SCHEMA = "https://schema.org/";

	private final Salon salon;

	private final String page;

	private final String description;

	private final String language;

	EventData(Salon salon, String page, String description, String language) {
		this.salon = salon;
		this.page = page;
		this.description = description;
		this.language = language;
	}

	Map<String, Object> event(@Nullable Instant replayAt) {
		Map<String, Object> event = new LinkedHashMap<>();
		event.put("@type", "Event");
		event.put("@id", this.page);
		event.put("url", this.page);
		event.put("name", this.salon.title());
		event.put("description", this.description);
		event.put("inLanguage", this.language);
		event.put("startDate", time(this.salon.startsAt()));
		if (this.salon.endsAt() != null) {
			event.put("endDate", time(this.salon.endsAt()));
		}
		boolean cancelled = this.salon.status() == Status.CANCELLED;
		event.put("eventStatus", SCHEMA + (cancelled ? "EventCancelled" : "EventScheduled"));
		event.put("eventAttendanceMode", SCHEMA + "OnlineEventAttendanceMode");
		event.put("location", Map.of("@type", "VirtualLocation", "url", this.page));
		event.put("isAccessibleForFree", true);
		putPeople(event);
		List<Map<String, Object>> recordings = recordings(replayAt);
		if (!recordings.isEmpty()) {
			event.put("recordedIn", recordings);
		}
		return event;
	}

	private void putPeople(Map<String, Object> event) {
		if (this.salon.host() != null) {
			event.put("organizer", named("Organization", this.salon.host()));
		}
		if (this.salon.series() != null) {
			event.put("superEvent", named("EventSeries", this.salon.series()));
		}
		if (!this.salon.speakers().isEmpty()) {
			event.put("performer", this.salon.speakers().stream().map(EventData::person).toList());
		}
	}

	// With the zone's offset; the day where no more is known.
	private String time(@Nullable Instant time) {
		return (time != null) ? time.atZone(this.salon.zone()).toOffsetDateTime().toString()
				: this.salon.date().toString();
	}

	private List<Map<String, Object>> recordings(@Nullable Instant replayAt) {
		// Of what was imported it is known when it came here, and not when it was
		// published.
		Instant published = (this.salon.startsAt() != null) ? replayAt : null;
		return this.salon.links()
			.stream()
			.filter((link) -> link.kind() == LinkKind.REPLAY && WebAddress.of(link.url()).isPresent())
			.map((link) -> recording(link, published))
			.toList();
	}

	private Map<String, Object> recording(Link link, @Nullable Instant published) {
		Map<String, Object> recording = named("CreativeWork",
				link.label().isBlank() ? this.salon.title() : link.label());
		recording.put("url", link.url());
		Video.of(link.url()).filter((video) -> published != null).ifPresent((video) -> {
			recording.put("@type", "VideoObject");
			recording.put("description", this.description);
			recording.put("uploadDate", String.valueOf(published));
			recording.put("embedUrl", video.embedUrl());
			if (video.thumbnailUrl() != null) {
				recording.put("thumbnailUrl", video.thumbnailUrl());
			}
		});
		return recording;
	}

	private static Map<String, Object> person(Speaker speaker) {
		Map<String, Object> person = named("Person", speaker.name());
		if (speaker.affiliation() != null) {
			person.put("affiliation", named("Organization", speaker.affiliation()));
		}
		return person;
	}

	private static Map<String, Object> named(String type, String name) {
		Map<String, Object> thing = new LinkedHashMap<>();
		thing.put("@type", type);
		thing.put("name", name);
		return thing;
	}

}
