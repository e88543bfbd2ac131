package org.salon.registration.series;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;

import org.salon.events.salon.SalonAnnounced;
import org.salon.registration.MovableClock;
import org.salon.registration.Published;
import org.salon.registration.RegistrationServiceTest;
import org.salon.registration.Site;

import static org.assertj.core.api.Assertions.assertThat;

@RegistrationServiceTest
class SeriesIT {

	private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

	@Autowired
	private Site site;

	@Autowired
	private SeriesDesk desk;

	@Autowired
	private PlannedAnnouncements announcements;

	@Autowired
	private Published published;

	@Autowired
	private MovableClock clock;

	private final String name = "Series " + Site.freshNumber();

	private Site.Browser browser;

	@BeforeEach
	void login() {
		// Drafts take the numbers after the highest: not those that other tests will
		// take.
		int high = 600_000 + Site.freshNumber();
		this.site.operate("POST", "/api/salons", Site.salon(high, "")).expect(201);
		this.browser = this.site.browser().login();
		this.browser.get("/operator/series");
	}

	@AfterEach
	void forget() {
		this.clock.reset();
		this.desk.remove(this.name);
	}

	@Test
	void makesTheNextDraftsLikeASalonAndNoMore() {
		int model = this.site.announced("\"host\": \"Example club\", \"capacity\": 30, \"chatReminders\": [\"P3D\"]");
		save(model, "2").expect(302);
		List<JsonNode> drafts = drafts();
		assertThat(drafts).hasSize(2);
		assertThat(drafts).allSatisfy((draft) -> {
			assertThat(draft.path("status").asString()).isEqualTo("DRAFT");
			assertThat(draft.path("title").asString()).isEqualTo(this.name);
			assertThat(draft.path("capacity").asInt()).isEqualTo(30);
		});
		int number = drafts.getFirst().path("number").asInt();
		assertThat(this.site.operate("GET", "/api/salons/" + number, null).json().path("chatReminders").path(0))
			.hasToString("\"PT72H\"");
		Instant first = Instant.parse(drafts.get(1).path("startsAt").asString());
		assertThat(Instant.parse(drafts.get(0).path("startsAt").asString())).isEqualTo(first.plus(Duration.ofDays(7)));
		save(model, "2").expect(302);
		assertThat(drafts()).hasSize(2);
		assertThat(this.browser.get("/operator/series").text()).contains(this.name, "Every week", "2 salons are");
	}

	@Test
	void aWeekThatIsCalledOffStaysWithoutASalon() {
		int model = this.site.announced("");
		save(model, "1").expect(302);
		int called = drafts().getFirst().path("number").asInt();
		theme(called);
		this.site.operate("POST", "/api/salons/" + called + "/announce", null).expect(200);
		this.site.operate("POST", "/api/salons/" + called + "/cancel", null).expect(200);
		this.desk.makeDrafts();
		List<JsonNode> all = drafts();
		assertThat(all).hasSize(2);
		assertThat(all.getFirst().path("startsAt").asString()).isGreaterThan(all.get(1).path("startsAt").asString());
	}

	@Test
	void announcesADraftAtItsTimeOnceItHasATheme() {
		int model = this.site.announced("");
		save(model, "1").expect(302);
		int draft = drafts().getFirst().path("number").asInt();
		this.announcements.announceDue();
		assertThat(status(draft)).isEqualTo("DRAFT");
		assertThat(this.browser.get("/operator/salons/" + draft + "/timeline").text())
			.contains("Announce by itself, once it has a theme");
		theme(draft);
		this.announcements.announceDue();
		assertThat(status(draft)).isEqualTo("ANNOUNCED");
		this.published.await("the announcement",
				(event) -> event instanceof SalonAnnounced announced && announced.salon().number() == draft);
	}

	@Test
	void aPlannedAnnouncementMovesWithTheSalonAndIsTakenBack() {
		int draft = this.site.drafted("");
		String page = "/operator/salons/" + draft + "/timeline";
		this.browser.get(page);
		this.browser.submit(page, Map.of("days", "1")).expect(302);
		this.announcements.announceDue();
		assertThat(status(draft)).isEqualTo("DRAFT");
		this.browser.get(page);
		this.browser.submit(page, Map.of("days", "91")).expect(422);
		this.browser.get(page);
		this.browser.submit(page, Map.of("days", "")).expect(302);
		this.clock.forward(Duration.ofDays(2).plusHours(12));
		this.announcements.announceDue();
		assertThat(status(draft)).isEqualTo("DRAFT");
		this.announcements.plan(draft, 1);
		this.announcements.announceDue();
		assertThat(status(draft)).isEqualTo("ANNOUNCED");
	}

	@Test
	void tellsWhatIsWrongWithARhythmAndKeepsWhatWasTyped() {
		Map<String, String> fields = new HashMap<>(Map.of("name", this.name, "model", "999998", "first",
				"2026-02-30T19:30", "minutes", "0", "zone", "Mars/Olympus", "weeks", "13", "ahead", "9"));
		String page = this.browser.submit("/operator/series", fields).expect(422).text();
		assertThat(page).contains("value=\"Mars/Olympus\"", "This is no time zone", "This is no day and time",
				"A number from 1 to 12.", "A number from 0 to 8.");
		fields.putAll(Map.of("first", "2026-06-07T19:30", "minutes", "120", "zone", "Asia/Shanghai", "weeks", "1",
				"ahead", "1"));
		assertThat(this.browser.submit("/operator/series", fields).expect(422).text())
			.contains("There is no salon of that number");
	}

	private Site.Answer save(int model, String ahead) {
		String first = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm")
			.format(Instant.now().plus(Duration.ofDays(1)).atZone(ZONE));
		return this.browser.submit("/operator/series", Map.of("name", this.name, "model", Integer.toString(model),
				"first", first, "minutes", "120", "zone", ZONE.getId(), "weeks", "1", "ahead", ahead));
	}

	private void theme(int number) {
		JsonNode salon = this.site.operate("GET", "/api/salons/" + number, null).json();
		this.site
			.operate("PUT", "/api/salons/" + number,
					"""
							{"title": "A theme", "startsAt": "%s", "endsAt": "%s", "zone": "Asia/Shanghai"}"""
						.formatted(salon.path("startsAt").asString(), salon.path("endsAt").asString()))
			.expect(200);
	}

	private String status(int number) {
		return this.site.operate("GET", "/api/salons/" + number, null).json().path("status").asString();
	}

	/** Those of the series, the highest number first. */
	private List<JsonNode> drafts() {
		JsonNode page = this.site.operate("GET", "/api/operator/salons?query=" + this.name.replace(" ", "%20"), null)
			.expect(200)
			.json();
		return StreamSupport.stream(page.path("items").spliterator(), false).toList();
	}

}
