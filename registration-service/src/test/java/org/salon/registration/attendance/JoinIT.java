package org.salon.registration.attendance;

import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import org.salon.events.link.LinkPurpose;
import org.salon.events.registration.AttendanceRecorded;
import org.salon.events.registration.RegistrationCancelled;
import org.salon.registration.Guest;
import org.salon.registration.MovableClock;
import org.salon.registration.Published;
import org.salon.registration.RegistrationServiceTest;
import org.salon.registration.Site;
import org.salon.registration.registration.Tokens;

import static org.assertj.core.api.Assertions.assertThat;

@RegistrationServiceTest
class JoinIT {

	private static final Duration SOON = Duration.ofMinutes(30);

	private static final String MEETING = """
			"joinText": "Group 77", "joinLinks": ["https://example.org/code.png", "https://meeting.example.org/j/42"]""";

	private static final byte[] PICTURE = { (byte) 0x89, 'P', 'N', 'G', 0x0D, 0x0A, 0x1A, 0x0A, 1, 2, 3 };

	@Autowired
	private Site site;

	@Autowired
	private Published published;

	@Autowired
	private MovableClock clock;

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
	void leadsToMeetingAndNotesComingOnce() {
		Guest guest = Guest.of(this.site, Guest.salonIn(this.site, SOON, MEETING), "Ada");
		Site.Answer page = this.browser.get(guest.join()).expect(200);
		assertThat(page.text()).contains("The doors are open", "Group 77", "Come in</button>")
			.doesNotContain("meeting.example.org", "style=\"");
		assertThat(guest.line(this.site).path("attendedAt").isNull()).isTrue();
		Site.Answer entered = this.browser.submit(guest.join(), Map.of()).expect(303);
		assertThat(entered.header("Location")).isEqualTo("https://meeting.example.org/j/42");
		Published.Event came = this.published.await("the coming",
				(event) -> event instanceof AttendanceRecorded recorded
						&& recorded.registration().registrationId().equals(guest.registrationId()));
		Instant attendedAt = ((AttendanceRecorded) came.data()).registration().attendedAt();
		assertThat(attendedAt).isNotNull();
		assertThat(came.version()).isEqualTo(2);
		assertThat(came.key()).isEqualTo(guest.memberId().toString());
		this.browser.submit(guest.join(), Map.of()).expect(303);
		assertThat(guest.line(this.site).path("attendedAt").asString("")).isEqualTo(attendedAt.toString());
		// The next event has the next version, so coming again made none.
		this.browser.submit(guest.place() + "/cancel", Map.of()).expect(302);
		Published.Event next = this.published.await("the place given back",
				(event) -> event instanceof RegistrationCancelled cancelled
						&& cancelled.registration().registrationId().equals(guest.registrationId()));
		assertThat(next.version()).isEqualTo(3);
		assertThat(((RegistrationCancelled) next.data()).registration().attendedAt()).isEqualTo(attendedAt);
	}

	@Test
	void followsMeetingThatMoved() {
		int salon = Guest.salonIn(this.site, SOON, MEETING);
		Guest guest = Guest.of(this.site, salon, "Moved");
		this.site
			.operate("PUT", "/api/salons/" + salon,
					Guest.salon(salon, SOON, "\"joinLinks\": [\"https://other.example.org/room\"]"))
			.expect(200);
		this.browser.get(guest.join());
		assertThat(this.browser.submit(guest.join(), Map.of()).expect(303).header("Location"))
			.isEqualTo("https://other.example.org/room");
	}

	@Test
	void showsPageAgainWhereThereIsNoMeetingLink() {
		int salon = Guest.salonIn(this.site, SOON, "\"joinText\": \"Room 5\"");
		Guest guest = Guest.of(this.site, salon, "Room");
		Site.Browser operator = this.site.browser().login();
		operator.get("/operator/salons/" + salon);
		operator.upload("/operator/salons/" + salon + "/join-picture", "picture", PICTURE).expect(302);
		assertThat(this.browser.get(guest.join()).text()).contains("I am here</button>", guest.join() + "/picture");
		assertThat(this.browser.submit(guest.join(), Map.of()).expect(303).header("Location")).endsWith(guest.join());
		assertThat(this.browser.get(guest.join()).text()).contains("It is noted that you came", "Room 5")
			.doesNotContain("<button");
		assertThat(this.browser.get(guest.join() + "/picture").expect(200).response().body()).isEqualTo(PICTURE);
		this.clock.forward(Duration.ofHours(3));
		this.browser.get(guest.join() + "/picture").expect(404);
	}

	@Test
	void saysWhenDoorsOpen() {
		Guest guest = Guest.of(this.site, this.site.announced(MEETING), "Early");
		assertThat(this.browser.get(guest.join()).expect(200).text())
			.contains("The doors open on", "Asia/Shanghai", "/salons/" + guest.salon() + ".ics")
			.doesNotContain("Group 77", "<button");
		assertThat(this.site.page(guest.join(), "zh-CN").text()).contains("入口将于", "开放", "Asia/Shanghai");
		refusesToLetIn(guest);
	}

	@Test
	void thanksAfterEndAndAsksHowItWas() {
		Guest guest = Guest.of(this.site, Guest.salonIn(this.site, SOON, MEETING), "Late");
		Guest absent = Guest.of(this.site, guest.salon(), "Absent");
		this.browser.get(guest.join());
		this.browser.submit(guest.join(), Map.of()).expect(303);
		this.clock.forward(Duration.ofMinutes(151));
		assertThat(this.browser.get(guest.join()).expect(200).text())
			.contains("Thank you for coming", guest.join() + "/feedback", "/archive/" + guest.salon())
			.doesNotContain("Group 77", "<button");
		assertThat(this.site.page(guest.join(), "zh-CN").text()).contains("感谢您的参加");
		assertThat(this.browser.get(absent.join()).text()).contains("This salon is over")
			.doesNotContain("Thank you for coming");
		refusesToLetIn(absent);
	}

	@Test
	void tellsThoseWithoutSeatWhy() {
		int salon = Guest.salonIn(this.site, SOON, MEETING + ", \"capacity\": 1");
		Guest seated = Guest.of(this.site, salon, "Seated");
		Guest waiting = Guest.of(this.site, salon, "Waiting");
		assertThat(this.browser.get(waiting.join()).expect(200).text()).contains("still in line")
			.doesNotContain("Group 77", "<button");
		refusesToLetIn(waiting);
		this.browser.submit(seated.place() + "/cancel", Map.of()).expect(302);
		assertThat(this.browser.get(seated.join()).text()).contains("You gave your place back");
		refusesToLetIn(seated);
		assertThat(this.browser.get(waiting.join()).text()).contains("The doors are open");
		this.site.operate("POST", "/api/salons/" + salon + "/cancel", null).expect(200);
		assertThat(this.browser.get(waiting.join()).text()).contains("This salon is cancelled");
		assertThat(this.site.page(waiting.join(), "zh-CN").text()).contains("本期沙龙已取消");
		refusesToLetIn(waiting);
	}

	@Test
	void refusesLinksThatAreNotOurs() {
		Guest guest = Guest.of(this.site, Guest.salonIn(this.site, SOON, MEETING), "Link");
		UUID id = guest.registrationId();
		String token = guest.join().substring("/join/".length());
		for (String link : List.of(token.substring(1), "x".repeat(200), "%00", "a%0d%0ab",
				Tokens.sign(LinkPurpose.JOIN, UUID.randomUUID(), 30), Tokens.registration(id),
				Tokens.sign(LinkPurpose.UNSUBSCRIBE, guest.memberId(), 30))) {
			assertThat(this.site.page("/join/" + link, "en").status()).isIn(400, 404);
			assertThat(this.site.page("/join/" + link + "/picture", "en").status()).isIn(400, 404);
		}
		this.site.page("/registrations/" + token, "en").expect(404);
		String expired = "/join/" + Tokens.sign(LinkPurpose.JOIN, id, -1);
		this.browser.get(expired).expect(410);
		this.browser.get(guest.join());
		this.browser.submit(expired, Map.of()).expect(410);
		this.site.browser().submit(guest.join(), Map.of()).expect(403);
		this.site.send(this.site.request(guest.join()).PUT(BodyPublishers.noBody())).expect(403);
		assertThat(guest.line(this.site).path("attendedAt").isNull()).isTrue();
	}

	@Test
	void letsOnlyThisFormLeaveOurSite() {
		Guest guest = Guest.of(this.site, Guest.salonIn(this.site, SOON, MEETING), "Policy");
		assertThat(this.browser.get(guest.join()).header("Content-Security-Policy"))
			.contains("form-action 'self' https: http:;", "default-src 'none'")
			.doesNotContain("unsafe");
		assertThat(this.browser.get("/").header("Content-Security-Policy")).contains("form-action 'self';");
	}

	private void refusesToLetIn(Guest guest) {
		// A page with a form, which those who cannot come in do not get here.
		this.browser.get("/salons/" + this.site.announced("")).expect(200);
		this.browser.submit(guest.join(), Map.of()).expect(409);
		assertThat(guest.line(this.site).path("attendedAt").isNull()).isTrue();
	}

}
