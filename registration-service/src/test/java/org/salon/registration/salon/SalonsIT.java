package org.salon.registration.salon;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Predicate;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;

import org.salon.events.DomainEvent;
import org.salon.events.salon.ReplayPublished;
import org.salon.events.salon.SalonAnnounced;
import org.salon.events.salon.SalonCancelled;
import org.salon.events.salon.SalonChanged;
import org.salon.events.salon.SalonEvent;
import org.salon.events.salon.SalonRescheduled;
import org.salon.registration.MovableClock;
import org.salon.registration.Published;
import org.salon.registration.RegistrationServiceTest;
import org.salon.registration.Site;

import static org.assertj.core.api.Assertions.assertThat;

@RegistrationServiceTest
class SalonsIT {

	@Autowired
	private Site site;

	@Autowired
	private Published published;

	@Autowired
	private MovableClock clock;

	@AfterEach
	void resetClock() {
		this.clock.reset();
	}

	@Test
	void keepsDraftToOperatorUntilAnnounced() {
		int salon = this.site.drafted("\"joinText\": \"Group 1\", \"joinLinks\": [\"https://example.org/group\"]");
		String path = "/api/salons/" + salon;
		this.site.get(path).expect(404);
		this.site.page("/salons/" + salon, "en").expect(404);
		this.site.get("/salons/" + salon + ".ics").expect(404);
		assertThat(this.site.operate("GET", path, null).expect(200).header("ETag")).isEqualTo("\"1\"");
		this.site.operate("POST", path + "/announce", null).expect(200);
		this.site.operate("POST", path + "/announce", "{]").expect(200);
		JsonNode json = this.site.get(path).expect(200).json();
		assertThat(json.propertyNames()).containsExactly("number", "title", "host", "startsAt", "endsAt", "zone",
				"status", "speakers", "papers", "outline", "introduction", "joinLinks", "capacity", "registered",
				"waitlisted", "signUp");
		assertThat(json.path("joinLinks")).isEmpty();
		this.published.await("the announcement", of(salon, SalonAnnounced.class));
		assertThat(this.published.of("salon/" + salon)).hasSize(1);
		assertThat(this.site.get("/api/salons").text()).contains("\"number\":" + salon + ",");
	}

	@Test
	void refusesNumberThatExists() {
		int salon = this.site.drafted("");
		this.site.operate("POST", "/api/salons", Site.salon(salon, "")).expect(409);
		this.site.operate("PUT", "/api/salons/999997", Site.salon(999_997, "")).expect(404);
		this.site.post("/api/salons", Site.salon(Site.freshNumber(), "")).expect(401);
	}

	@Test
	void tellsOfChangeAndMoveAndNothingElse() {
		int salon = this.site.announced("");
		String same = this.site.operate("GET", "/api/salons/" + salon, null).text();
		this.site.operate("PUT", "/api/salons/" + salon, same).expect(200);
		this.site.operate("PUT", "/api/salons/" + salon, same.replace("Non-IID", "IID")).expect(200);
		Published.Event changed = this.published.await("the change", of(salon, SalonChanged.class));
		assertThat(((SalonChanged) changed.data()).changed()).containsExactly("title");
		assertThat(((SalonChanged) changed.data()).salon().calendarRevision()).isEqualTo(1);
		String startsAt = this.site.get("/api/salons/" + salon).json().path("startsAt").asString("");
		String earlier = Instant.parse(startsAt).minusSeconds(600).toString();
		this.site.operate("PUT", "/api/salons/" + salon, same.replace(startsAt, earlier)).expect(200);
		Published.Event moved = this.published.await("the move", of(salon, SalonRescheduled.class));
		assertThat(((SalonRescheduled) moved.data()).previousStartsAt()).isEqualTo(startsAt);
		assertThat(moved.version()).isEqualTo(changed.version() + 1);
	}

	@Test
	void refusesChangeOfStaleVersion() {
		int salon = this.site.drafted("");
		String path = "/api/salons/" + salon;
		Site.Answer first = this.site.operate("PUT", path, Site.salon(salon, "\"host\": \"A\""), "If-Match", "\"1\"");
		assertThat(first.expect(200).header("ETag")).isEqualTo("\"2\"");
		this.site.operate("PUT", path, Site.salon(salon, "\"host\": \"B\""), "If-Match", "\"1\"").expect(412);
		this.site.operate("PUT", path, Site.salon(salon, "\"host\": \"B\""), "If-Match", "*").expect(200);
	}

	@Test
	void cancelsOnce() {
		int salon = this.site.announced("");
		this.site.operate("POST", "/api/salons/" + salon + "/cancel", null).expect(200);
		this.site.operate("POST", "/api/salons/" + salon + "/cancel", null).expect(200);
		this.site.operate("PUT", "/api/salons/" + salon, Site.salon(salon, "")).expect(409);
		this.site.operate("POST", "/api/salons/" + salon + "/replays", links("https://example.org/r")).expect(409);
		this.published.await("the cancellation", of(salon, SalonCancelled.class));
		assertThat(this.published.of("salon/" + salon)).extracting(Published.Event::version).containsExactly(2L, 3L);
	}

	@Test
	void publishesReplayThenCorrection() {
		int salon = this.site.announced("");
		this.clock.forward(Duration.ofDays(4));
		String path = "/api/salons/" + salon + "/replays";
		this.site.operate("POST", path, links("https://example.org/replay")).expect(200);
		this.site.operate("POST", path, links("https://example.org/replay")).expect(200);
		this.site.operate("POST", path, links("https://example.org/better")).expect(200);
		this.published.await("the correction", (event) -> event instanceof ReplayPublished replay
				&& replay.salon().number() == salon && replay.correction());
		assertThat(this.published.matching(of(salon, ReplayPublished.class))).hasSize(2);
		assertThat(this.site.page("/salons/" + salon, "en").text()).contains("https://example.org/better")
			.doesNotContain("name=\"email\"");
	}

	@ParameterizedTest
	@CsvSource({ "file:///etc/passwd", "javascript:alert(1)", "https://user@example.org/", "http://127.0.0.1/",
			"http://2130706433/", "http://0x7f.1/", "http://017700000001/", "http://localhost/", "http://[::1]/",
			"http://192.168.1.1/", "http://100.64.0.1/", "http://169.254.169.254/", "http://router.local/",
			"//example.org", "https://", "not a link" })
	void refusesLinkThatIsNotPublic(String url) {
		int salon = this.site.announced("");
		this.site.operate("POST", "/api/salons/" + salon + "/replays", links(url)).expect(422);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '~',
			value = { "startsAt | 2026-02-30T10:00:00Z", "startsAt | tomorrow", "endsAt | 2020-01-01T00:00:00Z",
					"startsAt | 9999-01-01T00:00:00Z", "zone | Mars/Olympus", "title | ", })
	void namesFieldThatCannotBeRight(String field, String value) {
		String body = Site.salon(Site.freshNumber(), "")
			.replaceFirst("\"" + field + "\": \"[^\"]*\"",
					"\"" + field + "\": \"" + (value != null ? value.strip() : "") + "\"");
		JsonNode json = this.site.operate("POST", "/api/salons", body).expect(422).json();
		assertThat(json.path("errors").findValuesAsString("field")).contains(field);
	}

	@Test
	void refusesTimeThatClocksSkipAndSeatsBelowOne() {
		String gap = """
				{"number": %d, "title": "T", "startsAt": "2027-03-28T02:30:00", "endsAt": "2027-03-28T05:00:00",
				 "zone": "Europe/Berlin"}""".formatted(Site.freshNumber());
		this.site.operate("POST", "/api/salons", gap).expect(422);
		this.site.operate("POST", "/api/salons", Site.salon(Site.freshNumber(), "\"capacity\": 0")).expect(422);
		this.site.operate("POST", "/api/salons", Site.salon(Site.freshNumber(), "\"capacity\": \"5\"")).expect(422);
		this.site.operate("POST", "/api/salons", Site.salon(1_000_000, "")).expect(422);
	}

	@Test
	void givesCalendarEntry() {
		int salon = this.site.announced("");
		Site.Answer entry = this.site.get("/salons/" + salon + ".ics").expect(200);
		assertThat(entry.header("Content-Type")).startsWith("text/calendar");
		assertThat(entry.text()).contains("BEGIN:VEVENT", "SUMMARY:Non-IID 数据集", "UID:salon-" + salon + "@localhost",
				"SEQUENCE:0", "STATUS:CONFIRMED");
		assertThat(this.site.get("/calendar.ics").expect(200).text()).contains("UID:salon-" + salon + "@");
	}

	@Test
	void showsIntroductionWithoutScriptsAndPictures() {
		int salon = this.site.announced(
				"""
						"introduction": "**bold** <script>alert(1)</script> [x](javascript:alert(1)) ![qr](https://example.org/q.png)"
						""");
		String page = this.site.page("/salons/" + salon, "en").expect(200).text();
		assertThat(page).contains("<strong>bold</strong>", "href=\"https://example.org/q.png\"")
			.doesNotContain("alert(1)</script>", "javascript:", "src=\"https://example.org");
	}

	@Test
	void keepsPictureToThoseWhoMaySeeIt() {
		int salon = this.site.announced("");
		Site.Browser operator = this.site.browser().login();
		operator.get("/operator/salons/" + salon);
		byte[] png = { (byte) 0x89, 'P', 'N', 'G', 0x0D, 0x0A, 0x1A, 0x0A, 0 };
		operator.upload("/operator/salons/" + salon + "/join-picture", "picture", png).expect(302);
		assertThat(operator.get("/operator/salons/" + salon + "/join-picture").expect(200).header("Content-Type"))
			.isEqualTo("image/png");
		this.site.get("/salons/" + salon + "/join-picture").expect(404);
		this.site.operate("PUT", "/api/salons/" + salon, Site.salon(salon, "\"joinPublic\": true")).expect(200);
		this.site.get("/salons/" + salon + "/join-picture").expect(200);
		operator
			.upload("/operator/salons/" + salon + "/join-picture", "picture",
					"<svg onload=alert(1)>".getBytes(StandardCharsets.UTF_8))
			.expect(422);
	}

	private static String links(String url) {
		return "{\"links\": [{\"label\": \"Replay\", \"url\": \"%s\", \"kind\": \"replay\"}]}".formatted(url);
	}

	private static Predicate<DomainEvent> of(int number, Class<? extends SalonEvent> type) {
		return (event) -> type.isInstance(event) && ((SalonEvent) event).salon().number() == number;
	}

}
