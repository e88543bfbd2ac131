package org.salon.registration;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

import tools.jackson.databind.JsonNode;

import org.salon.events.link.LinkPurpose;
import org.salon.registration.registration.Tokens;

/**
 * Someone who signed up for a salon, with the links from their mails.
 *
 * @param join path of the personal link into the salon
 * @param place path of their own page
 */
public record Guest(int salon, UUID registrationId, UUID memberId, String join, String place) {

	/** A new announced salon that starts so long from now, for two hours. */
	public static int salonIn(Site site, Duration until, String more) {
		int number = Site.freshNumber();
		site.operate("POST", "/api/salons", salon(number, until, more)).expect(201);
		site.operate("POST", "/api/salons/" + number + "/announce", null).expect(200);
		return number;
	}

	public static String salon(int number, Duration until, String more) {
		Instant start = Instant.now().plus(until).truncatedTo(ChronoUnit.SECONDS);
		return """
				{"number": %d, "title": "Non-IID 数据集", "startsAt": "%s", "endsAt": "%s", "zone": "Asia/Shanghai"%s}"""
			.formatted(number, start, start.plus(2, ChronoUnit.HOURS), more.isEmpty() ? "" : ", " + more);
	}

	public static Guest of(Site site, int salon, String name) {
		site.signUp(salon, name, name.toLowerCase() + salon + "@example.org").expect(201);
		for (JsonNode attendee : site.attendees(salon).path("items")) {
			if (attendee.path("name").asString("").equals(name)) {
				UUID id = UUID.fromString(attendee.path("id").asString(""));
				return new Guest(salon, id, UUID.fromString(attendee.path("memberId").asString("")),
						"/join/" + Tokens.sign(LinkPurpose.JOIN, id, 60),
						"/registrations/" + Tokens.registration(id, 60));
			}
		}
		throw new AssertionError(name + " is not on the list");
	}

	public String feedback() {
		return this.place + "/feedback";
	}

	/** As the attendee list has them. */
	public JsonNode line(Site site) {
		for (JsonNode attendee : site.attendees(this.salon).path("items")) {
			if (attendee.path("id").asString("").equals(this.registrationId.toString())) {
				return attendee;
			}
		}
		throw new AssertionError("not on the list");
	}

}
