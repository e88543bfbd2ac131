package org.salon.registration.salon;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;

import org.salon.events.salon.SalonAnnounced;
import org.salon.events.salon.SalonChanged;
import org.salon.registration.Published;
import org.salon.registration.RegistrationServiceTest;
import org.salon.registration.Site;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Reminders of one salon, to people and to chats, written by programs and by the console.
 */
@RegistrationServiceTest
class SalonRemindersIT {

	@Autowired
	private Site site;

	@Autowired
	private Published published;

	@Test
	void publishesRemindersOfItsOwnAndTheirChange() {
		int salon = this.site.announced("\"reminders\": [\"PT5M\", \"PT48H\"]");
		Published.Event announced = this.published.await("the announcement",
				(event) -> event instanceof SalonAnnounced of && of.salon().number() == salon);
		assertThat(((SalonAnnounced) announced.data()).salon().reminders()).containsExactly(Duration.ofHours(48),
				Duration.ofMinutes(5));
		this.site.operate("PUT", "/api/salons/" + salon, Site.salon(salon, "\"reminders\": []")).expect(200);
		Published.Event changed = this.published.await("the change", (event) -> event instanceof SalonChanged of
				&& of.salon().number() == salon && of.changed().contains("reminders"));
		assertThat(((SalonChanged) changed.data()).salon().reminders()).isEmpty();
		assertThat(((SalonChanged) changed.data()).salon().calendarRevision()).isZero();
	}

	@Test
	void keepsRemindersWhereNothingIsSaidAndShowsThemToTheOperatorOnly() {
		int salon = this.site.announced("\"reminders\": [\"PT5M\"]");
		String path = "/api/salons/" + salon;
		this.site.operate("PUT", path, Site.salon(salon, "\"host\": \"A\"")).expect(200);
		JsonNode kept = this.site.operate("GET", path, null).json();
		assertThat(kept.path("reminders").path(0).asString("")).isEqualTo("PT5M");
		assertThat(this.site.get(path).json().has("reminders")).isFalse();
		this.site.operate("PUT", path, Site.salon(salon, "\"reminders\": null")).expect(200);
		assertThat(this.site.operate("GET", path, null).json().path("reminders").isNull()).isTrue();
	}

	@Test
	void keepsRemindersOfTheChatsApartFromThoseOfPeople() {
		int salon = this.site.announced("\"chatReminders\": [\"PT3H\", \"P2D\"]");
		Published.Event announced = this.published.await("the announcement",
				(event) -> event instanceof SalonAnnounced of && of.salon().number() == salon);
		assertThat(((SalonAnnounced) announced.data()).salon().chatReminders()).containsExactly(Duration.ofHours(48),
				Duration.ofHours(3));
		assertThat(((SalonAnnounced) announced.data()).salon().reminders()).isNull();
		String path = "/api/salons/" + salon;
		this.site.operate("PUT", path, Site.salon(salon, "\"reminders\": []")).expect(200);
		JsonNode kept = this.site.operate("GET", path, null).json();
		assertThat(kept.path("chatReminders").path(0).asString("")).isEqualTo("PT48H");
		assertThat(this.site.get(path).json().has("chatReminders")).isFalse();
		this.site.operate("PUT", path, Site.salon(salon, "\"chatReminders\": []")).expect(200);
		Published.Event changed = this.published.await("the change", (event) -> event instanceof SalonChanged of
				&& of.salon().number() == salon && of.changed().equals(List.of("chatReminders")));
		assertThat(((SalonChanged) changed.data()).salon().chatReminders()).isEmpty();
		assertThat(
				this.site.operate("PUT", path, Site.salon(salon, "\"chatReminders\": [\"P61D\"]")).expect(422).text())
			.contains("chatReminders[0]");
	}

	@Test
	void setsRemindersOfTheChatsByConsoleForm() {
		int salon = this.site.announced("");
		Site.Browser browser = this.site.browser().login();
		String path = "/operator/salons/" + salon + "/edit";
		Map<String, String> fields = new HashMap<>(Map.of("number", "" + salon, "title", "T", "startsAt",
				"2090-06-07T19:30", "endsAt", "2090-06-07T21:30", "zone", "Asia/Shanghai", "chatReminders", "2d, 3h"));
		browser.get(path);
		browser.submit(path, fields).expect(302);
		assertThat(browser.get(path).text())
			.contains("id=\"chatReminders\" name=\"chatReminders\" type=\"text\" value=\"48h, 3h\"");
		assertThat(browser.get("/operator/salons/" + salon).expect(200).text())
			.contains("Posts to the chats before the start");
		fields.put("chatReminders", "soon");
		assertThat(browser.submit(path, fields).expect(422).text()).contains("id=\"chatReminders-error\"",
				"value=\"soon\"");
	}

	@Test
	void namesTheReminderThatCannotBe() {
		int salon = this.site.drafted("");
		assertThat(this.site
			.operate("PUT", "/api/salons/" + salon, Site.salon(salon, "\"reminders\": [\"PT1H\", \"P61D\"]"))
			.expect(422)
			.text()).contains("reminders[1]");
	}

	@Test
	void setsRemindersByConsoleForm() {
		int salon = this.site.announced("");
		Site.Browser browser = this.site.browser().login();
		String path = "/operator/salons/" + salon + "/edit";
		assertThat(browser.get(path).expect(200).text()).contains("name=\"reminders\"");
		Map<String, String> fields = new HashMap<>(Map.of("number", "" + salon, "title", "T", "startsAt",
				"2090-06-07T19:30", "endsAt", "2090-06-07T21:30", "zone", "Asia/Shanghai", "reminders", "2d, 5m"));
		browser.submit(path, fields).expect(302);
		assertThat(browser.get(path).text()).contains("value=\"48h, 5m\"");
		fields.put("reminders", "soon");
		assertThat(browser.submit(path, fields).expect(422).text()).contains("id=\"reminders-error\"",
				"value=\"soon\"");
		fields.put("reminders", "-");
		browser.submit(path, fields).expect(302);
		assertThat(this.site.operate("GET", "/api/salons/" + salon, null).json().path("reminders").isEmpty()).isTrue();
		assertThat(browser.get(path).text()).contains("id=\"reminders\" name=\"reminders\" type=\"text\" value=\"-\"");
	}

}
