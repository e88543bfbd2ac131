package org.salon.registration.feedback;

import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

import org.salon.events.registration.FeedbackGiven;
import org.salon.registration.Guest;
import org.salon.registration.MovableClock;
import org.salon.registration.Published;
import org.salon.registration.RegistrationServiceTest;
import org.salon.registration.Site;

import static org.assertj.core.api.Assertions.assertThat;

@RegistrationServiceTest
class FeedbackIT {

	private static final Duration SOON = Duration.ofMinutes(30);

	private static final Duration TO_START = Duration.ofMinutes(31);

	@Autowired
	private Site site;

	@Autowired
	private Published published;

	@Autowired
	private MovableClock clock;

	@Autowired
	private JdbcClient jdbc;

	private Site.Browser browser;

	@BeforeEach
	void openBrowser() {
		this.browser = this.site.browser();
	}

	@AfterEach
	void resetClock() {
		this.clock.reset();
	}

	@Test
	void takesFeedbackAndReplacesIt() {
		Guest guest = guest("Rater");
		this.clock.forward(TO_START);
		assertThat(this.browser.get(guest.feedback()).expect(200).text()).contains("5 stars: excellent",
				"type=\"radio\"", "<legend>", "What could be better?");
		assertThat(this.site.page(guest.feedback(), "zh-CN").text()).contains("5 星：非常好", "哪些方面可以改进？");
		give(guest, "5", "讲得很好 <script>", "").expect(302);
		assertThat(event(guest, 5).version()).isEqualTo(2);
		give(guest, "5", "讲得很好 <script>", "").expect(302);
		give(guest, "2", "", "Slides").expect(302);
		assertThat(event(guest, 2).version()).isEqualTo(3);
		assertThat(this.browser.get(guest.feedback() + "?given").text()).contains("Thank you!", ">Slides</textarea>")
			.containsPattern("value=\"2\"[^>]*checked");
		assertThat(results(guest.salon()).toString()).isEqualTo("{\"count\":1,\"average\":2.0,\"distribution\":["
				+ "{\"stars\":5,\"count\":0},{\"stars\":4,\"count\":0},{\"stars\":3,\"count\":0},"
				+ "{\"stars\":2,\"count\":1},{\"stars\":1,\"count\":0}],"
				+ "\"comments\":[{\"stars\":2,\"liked\":null,\"better\":\"Slides\"}],"
				+ "\"page\":0,\"size\":50,\"commented\":1}");
	}

	@Test
	void showsOperatorWhatPeopleSaidWithoutTheirNames() {
		Guest one = guest("Onlyone");
		Guest two = Guest.of(this.site, one.salon(), "Another");
		Guest three = Guest.of(this.site, one.salon(), "Third");
		this.clock.forward(TO_START);
		give(one, "5", "<b>Bold</b> ${7*7}", "").expect(302);
		give(two, "4", "", "").expect(302);
		give(three, "4", "", "Earlier").expect(302);
		JsonNode results = results(one.salon());
		assertThat(results.path("average").asDouble(0)).isEqualTo(4.33);
		assertThat(results.path("commented").asInt(0)).isEqualTo(2);
		assertThat(results.toString()).doesNotContain("Onlyone", "example.org");
		Site.Browser operator = this.site.browser().login();
		assertThat(operator.get("/operator/salons/" + one.salon()).expect(200).text())
			.contains("4.33 of 5 stars on average, from 3 people", "&lt;b&gt;Bold&lt;/b&gt; ${7*7}", "Earlier");
		assertThat(operator.speaking("zh-CN").get("/operator/salons/" + one.salon()).text())
			.contains("平均 4.33 星（满分 5 星），共 3 人评分");
		String path = "/api/salons/" + one.salon() + "/feedback";
		assertThat(this.site.operate("GET", path + "?page=1&size=1", null).json().path("comments").size()).isEqualTo(1);
		this.site.operate("GET", path + "?page=-1", null).expect(422);
		this.site.operate("GET", path + "?size=1000000000", null).expect(422);
		this.site.operate("GET", path + "?size=x", null).expect(400);
		this.site.operate("GET", "/api/salons/999999/feedback", null).expect(404);
		this.site.get(path).expect(401);
	}

	@Test
	void isOpenFromStartUntilThirtyDaysAfterEnd() {
		Guest guest = guest("Window");
		this.browser.get("/salons/" + guest.salon());
		assertThat(this.browser.get(guest.feedback()).expect(200).text()).contains("You can say how it was from")
			.doesNotContain("<textarea");
		give(guest, "5", "", "").expect(409);
		this.clock.forward(TO_START);
		give(guest, "5", "", "").expect(302);
		// The archive has the salon from its end on.
		assertThat(this.browser.get(guest.feedback()).text()).contains("<textarea").doesNotContain("/archive/");
		this.clock.forward(Duration.ofDays(30).plusMinutes(110));
		assertThat(this.browser.get(guest.feedback()).text()).contains("<textarea", "/archive/" + guest.salon());
		give(guest, "4", "", "").expect(302);
		this.clock.forward(Duration.ofMinutes(15));
		give(guest, "3", "", "").expect(409);
		assertThat(this.browser.get(guest.feedback()).text()).contains("too long ago").doesNotContain("<textarea");
		assertThat(this.site.page(guest.feedback(), "zh-CN").text()).contains("反馈已截止");
		assertThat(results(guest.salon()).path("average").asDouble(0)).isEqualTo(4);
	}

	@Test
	void refusesWhatCannotBeRightAndLosesNothing() {
		Guest guest = guest("Wrong");
		this.clock.forward(TO_START);
		for (String stars : List.of("0", "6", "five", "", "1.0", "' or 1=1")) {
			assertThat(give(guest, stars, "kept", "").expect(422).text()).contains("id=\"stars-error\"",
					">kept</textarea>");
		}
		for (String text : List.of("a\0b", "a".repeat(2_001), "\u001B[0m")) {
			assertThat(give(guest, "3", text, "").expect(422).text()).contains("id=\"liked-error\"");
		}
		raw(guest, "stars=3&liked=%ED%A0%80").expect(400);
		raw(guest, "stars=3&liked=%FF%FE").expect(400);
		raw(guest, "stars=3&stars=4").expect(422);
		raw(guest, "stars=3&liked=a&liked=b").expect(422);
		raw(guest, "stars=3&liked=" + "a".repeat(1_000_000)).expect(413);
		give(guest, "3", "a".repeat(1_000_000), "").expect(413);
		this.browser.submitRaw(guest.feedback(), "stars=3&liked=%ED%A0%80").expect(400);
		raw(guest, "stars=%33").expect(200);
		assertThat(results(guest.salon()).path("count").asInt(0)).isEqualTo(1);
	}

	@Test
	void refusesThoseWithoutPlaceAndLinksThatAreNotOurs() {
		int salon = Guest.salonIn(this.site, SOON, "\"capacity\": 1");
		Guest seated = Guest.of(this.site, salon, "Seated");
		Guest waiting = Guest.of(this.site, salon, "Waiting");
		this.clock.forward(TO_START);
		assertThat(this.browser.get(waiting.feedback()).expect(200).text()).contains("Only those who had a place");
		this.browser.get(seated.feedback());
		give(waiting, "1", "", "").expect(409);
		this.site.page("/registrations/" + seated.join().substring("/join/".length()) + "/feedback", "en").expect(404);
		this.site.page(seated.feedback().replace("/registrations/", "/join/"), "en").expect(404);
		this.site.page("/registrations/forged/feedback", "en").expect(404);
		this.site.browser().submit(seated.feedback(), Map.of("stars", "5")).expect(403);
		this.clock.forward(Duration.ofDays(70));
		this.site.page(seated.feedback(), "en").expect(410);
		assertThat(results(salon).path("count").asInt(-1)).isZero();
	}

	@Test
	void isAskedForByLinkThatLedInWithoutShowingWhatWasWritten() {
		Guest guest = guest("Joiner");
		this.clock.forward(TO_START);
		String path = guest.join() + "/feedback";
		this.browser.get(path).expect(200);
		Site.Answer sent = this.browser.submit(path, Map.of("stars", "4", "liked", "private words"));
		assertThat(sent.expect(302).header("Location")).endsWith(path + "?given");
		assertThat(this.browser.get(path).text()).doesNotContain("private words", "checked");
		assertThat(this.browser.get(guest.feedback()).text()).contains("private words");
	}

	@Test
	void goesWithThePerson() {
		Guest guest = guest("Erased");
		Guest stays = Guest.of(this.site, guest.salon(), "Stays");
		this.clock.forward(TO_START);
		this.browser.get(guest.feedback());
		give(guest, "1", "words of the erased", "").expect(302);
		give(stays, "5", "", "").expect(302);
		this.site.operate("DELETE", "/api/members/" + guest.memberId(), null).expect(204);
		assertThat(this.jdbc.sql("select count(*) from feedback where liked = 'words of the erased'")
			.query(Integer.class)
			.single()).isZero();
		assertThat(results(guest.salon()).path("count").asInt(0)).isEqualTo(1);
		this.browser.get(guest.feedback()).expect(404);
		give(guest, "1", "", "").expect(404);
	}

	private Guest guest(String name) {
		return Guest.of(this.site, Guest.salonIn(this.site, SOON, ""), name);
	}

	private Site.Answer give(Guest guest, String stars, String liked, String better) {
		this.browser.get("/salons/" + guest.salon());
		this.browser.get(guest.feedback());
		return this.browser.submit(guest.feedback(), Map.of("stars", stars, "liked", liked, "better", better));
	}

	/** By a program, which needs no token of a form. */
	private Site.Answer raw(Guest guest, String form) {
		return this.site.send(this.site.request(guest.feedback())
			.header("Content-Type", "application/x-www-form-urlencoded")
			.POST(BodyPublishers.ofString(form)));
	}

	private JsonNode results(int salon) {
		return this.site.operate("GET", "/api/salons/" + salon + "/feedback", null).expect(200).json();
	}

	private Published.Event event(Guest guest, int stars) {
		return this.published.await("the feedback", (event) -> event instanceof FeedbackGiven given
				&& given.stars() == stars && given.registration().registrationId().equals(guest.registrationId()));
	}

}
