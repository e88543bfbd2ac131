package org.salon.registration.attendance;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import org.salon.events.registration.AttendanceRecorded;
import org.salon.registration.Guest;
import org.salon.registration.MovableClock;
import org.salon.registration.Published;
import org.salon.registration.RegistrationServiceTest;
import org.salon.registration.Site;

import static org.assertj.core.api.Assertions.assertThat;

@RegistrationServiceTest
class CheckInIT {

	private static final Duration SOON = Duration.ofMinutes(30);

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
	void notesWhoComesAtDoorOnce() {
		Guest guest = Guest.of(this.site, Guest.salonIn(this.site, SOON, ""), "Door");
		Guest.of(this.site, guest.salon(), "Missing");
		String first = checkIn(guest.salon(), body(guest.registrationId())).expect(200).text();
		assertThat(checkIn(guest.salon(), body(guest.registrationId())).expect(200).text()).isEqualTo(first);
		this.published.await("the coming", (event) -> event instanceof AttendanceRecorded recorded
				&& recorded.registration().registrationId().equals(guest.registrationId()));
		assertThat(this.site.operate("GET", "/api/salons/" + guest.salon() + "/attendance", null).text())
			.isEqualTo("{\"registered\":2,\"came\":1,\"missing\":1}");
		String attendedAt = guest.line(this.site).path("attendedAt").asString("");
		assertThat(first).contains(attendedAt);
		assertThat(this.site.operate("GET", "/api/salons/" + guest.salon() + "/registrations.csv", null).text())
			.contains(",note,attendedAt\r\n", "," + attendedAt + "\r\n");
		this.site.operate("DELETE", "/api/salons/" + guest.salon() + "/attendance", null).expect(405);
	}

	@Test
	void putsListRightAfterEndWithoutComingLaterThanIt() {
		Guest guest = Guest.of(this.site, Guest.salonIn(this.site, SOON, ""), "Forgotten");
		this.clock.forward(Duration.ofDays(2));
		checkIn(guest.salon(), body(guest.registrationId())).expect(200);
		assertThat(Instant.parse(guest.line(this.site).path("attendedAt").asString("")))
			.isBefore(Instant.now().plus(Duration.ofHours(3)));
	}

	@Test
	void checksInByConsoleAndShowsWhoCame() {
		Guest guest = Guest.of(this.site, Guest.salonIn(this.site, SOON, ""), "Console");
		String page = "/operator/salons/" + guest.salon();
		Site.Browser operator = this.site.browser().login();
		assertThat(operator.get(page).expect(200).text()).contains("1 person holds a seat, nobody has come.",
				guest.registrationId().toString());
		operator.submit(page + "/attendance", Map.of("registrationId", "1-1-1-1-1")).expect(422);
		operator.submit(page + "/attendance", Map.of()).expect(422);
		operator.submit(page + "/attendance", Map.of("registrationId", guest.registrationId().toString())).expect(302);
		assertThat(operator.get(page).text()).contains("1 person holds a seat, 1 has come.", "✓");
		assertThat(operator.speaking("zh-CN").get(page).text()).contains("持有名额 1 人，已到场 1 人。");
		this.site.browser().submit(page + "/attendance", Map.of()).expect(403);
	}

	@Test
	void refusesWhatCannotBeRight() {
		int salon = Guest.salonIn(this.site, SOON, "\"capacity\": 1");
		Guest guest = Guest.of(this.site, salon, "Seated");
		Guest waiting = Guest.of(this.site, salon, "Waiting");
		Guest early = Guest.of(this.site, this.site.announced(""), "Early");
		checkIn(salon, body(waiting.registrationId())).expect(409);
		checkIn(salon, body(early.registrationId())).expect(404);
		checkIn(early.salon(), body(early.registrationId())).expect(409);
		checkIn(salon, body(UUID.randomUUID())).expect(404);
		checkIn(999_999, body(guest.registrationId())).expect(404);
		checkIn(salon, "{}").expect(422);
		checkIn(salon, "{\"registrationId\": 7}").expect(422);
		checkIn(salon, "{\"registrationId\": null}").expect(422);
		checkIn(salon, "{\"registrationId\": \"' or 1=1 --\"}").expect(422);
		checkIn(salon, "{\"registrationId\": \"" + "a".repeat(1_000_000) + "\"}").expect(413);
		checkIn(salon, "{\"registrationId\"").expect(400);
		checkIn(salon, "[]").expect(422);
		this.site.post("/api/salons/" + salon + "/attendance", body(guest.registrationId())).expect(401);
		this.site.get("/api/salons/" + salon + "/attendance").expect(401);
		this.site.operate("GET", "/api/salons/999999/attendance", null).expect(404);
		this.site.operate("POST", "/api/salons/" + salon + "/cancel", null).expect(200);
		checkIn(salon, body(guest.registrationId())).expect(409);
		assertThat(guest.line(this.site).path("attendedAt").isNull()).isTrue();
	}

	private Site.Answer checkIn(int salon, String json) {
		return this.site.operate("POST", "/api/salons/" + salon + "/attendance", json);
	}

	private static String body(UUID registrationId) {
		return "{\"registrationId\": \"" + registrationId + "\"}";
	}

}
