package org.salon.registration.people;

import java.time.Duration;
import java.util.Map;

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
class DoorIT {

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
	void ticksOffAndTakesBackUntilTheEnd() {
		Guest guest = Guest.of(this.site, Guest.salonIn(this.site, Duration.ofMinutes(30), ""), "Ticked");
		Guest.of(this.site, guest.salon(), "Absent");
		String door = "/operator/salons/" + guest.salon() + "/door";
		String row = door + "/" + guest.registrationId();
		Site.Browser helper = this.site.browser().login();
		assertThat(helper.get(door).expect(200).text()).contains("id=\"came\">0<", "id=\"missing\">2<", row + "/came");
		assertThat(helper.submit(row + "/came", Map.of("q", "tick", "came", "")).expect(302).header("Location"))
			.endsWith("/door?q=tick&came=#p-" + guest.registrationId());
		helper.submit(row + "/came", Map.of()).expect(302);
		assertThat(helper.get(door).text()).contains("id=\"came\">1<", "id=\"missing\">1<", row + "/undo");
		String fragment = helper.type(row + "/undo", Map.of("q", "", "came", "")).expect(200).text();
		assertThat(fragment).contains("id=\"came\">0<").doesNotContain("<html");
		this.published.await("the undoing",
				(event) -> event instanceof AttendanceRecorded recorded
						&& recorded.registration().registrationId().equals(guest.registrationId())
						&& recorded.registration().attendedAt() == null);
		helper.submit(row + "/came", Map.of()).expect(302);
		this.clock.forward(Duration.ofHours(3));
		helper.submit(row + "/undo", Map.of()).expect(409);
		assertThat(helper.get(door).expect(200).text()).doesNotContain(row + "/undo");
		assertThat(guest.line(this.site).path("attendedAt").isNull()).isFalse();
	}

	@Test
	void showsOneKindOrOneNameAndNothingToPressTooEarly() {
		int salon = Guest.salonIn(this.site, Duration.ofMinutes(30), "");
		Guest lei = Guest.of(this.site, salon, "Lei");
		Guest.of(this.site, salon, "Meimei");
		String door = "/operator/salons/" + salon + "/door";
		Site.Browser helper = this.site.browser().login();
		helper.get(door);
		helper.submit(door + "/" + lei.registrationId() + "/came", Map.of()).expect(302);
		assertThat(helper.get(door + "?q=MEI").text()).contains(">Meimei<").doesNotContain(">Lei<");
		assertThat(helper.get(door + "?came=yes").text()).contains(">Lei<").doesNotContain(">Meimei<");
		assertThat(helper.get(door + "?all=true").text()).contains(">Lei<", ">Meimei<")
			.doesNotContain("hx-get=\"/operator/salons/" + salon + "/door\" hx-trigger=\"every");
		Guest early = Guest.of(this.site, this.site.announced(""), "Early");
		String closed = "/operator/salons/" + early.salon() + "/door";
		assertThat(helper.get(closed).text()).contains("The doors open an hour before the start.")
			.doesNotContain(early.registrationId() + "/came");
		helper.submit(closed + "/" + early.registrationId() + "/came", Map.of()).expect(409);
		helper.submit(door + "/" + early.registrationId() + "/came", Map.of()).expect(404);
		helper.submit(door + "/" + early.registrationId() + "/undo", Map.of()).expect(404);
		this.site.browser().get(door).expect(302);
	}

}
