package org.salon.registration.operator;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Autowired;

import org.salon.registration.Guest;
import org.salon.registration.RegistrationServiceTest;
import org.salon.registration.Site;
import org.salon.registration.account.AccountDesk;

import static org.assertj.core.api.Assertions.assertThat;

/** Who may do what. */
@RegistrationServiceTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RolesIT {

	@Autowired
	private Site site;

	@Autowired
	private AccountDesk desk;

	private Site.Browser organiser;

	private Site.Browser reader;

	private Site.Browser door;

	private Site.Browser nobody;

	private int salon;

	@BeforeAll
	void logIn() {
		this.organiser = browser("ORGANISER");
		this.reader = browser("READER");
		this.door = browser("DOOR");
		this.nobody = this.site.browser();
		this.salon = Guest.salonIn(this.site, Duration.ofMinutes(30), "");
	}

	@ParameterizedTest
	@CsvSource({ "/operator, 200, 200, 403, 302", "/operator/live, 200, 200, 403, 302",
			"/operator/salons, 200, 200, 200, 302", "/operator/salons/{n}, 200, 200, 403, 302",
			"/operator/salons/{n}/door, 200, 200, 200, 302", "/operator/salons/{n}/edit, 200, 200, 403, 302",
			"/operator/import, 200, 200, 403, 302", "/operator/links, 200, 200, 403, 302",
			"/operator/dead-letters, 200, 200, 403, 302", "/operator/audit, 200, 200, 403, 302",
			"/operator/accounts, 200, 403, 403, 302", "/operator/account, 200, 200, 200, 302",
			"/salons/{n}, 200, 200, 200, 200", "/operator/none, 404, 404, 403, 302" })
	void showsToEachWhatTheirRoleMaySee(String path, int organiser, int reader, int door, int nobody) {
		String page = path.replace("{n}", Integer.toString(this.salon));
		assertThat(this.organiser.get(page).status()).as("organiser").isEqualTo(organiser);
		assertThat(this.reader.get(page).status()).as("reader").isEqualTo(reader);
		assertThat(this.door.get(page).status()).as("door").isEqualTo(door);
		assertThat(this.nobody.get(page).status()).as("nobody").isEqualTo(nobody);
	}

	@ParameterizedTest
	@CsvSource({ "/api/salons/{n}/registrations", "/api/dead-letters", "/api/audit", "/api/status",
			"/api/operator/salons", "/actuator/prometheus", "/v3/api-docs" })
	void answersProgramsOfOrganisersAndReaders(String path) {
		String page = path.replace("{n}", Integer.toString(this.salon));
		assertThat(ask(page, "ORGANISER")).isEqualTo(200);
		assertThat(ask(page, "READER")).isEqualTo(200);
		assertThat(ask(page, "DOOR")).isEqualTo(403);
		assertThat(this.site.get(page).status()).isEqualTo(401);
	}

	@ParameterizedTest
	@CsvSource({ "/operator/salons/{n}/announce", "/operator/salons/{n}/cancel", "/operator/salons/{n}/edit",
			"/operator/salons/{n}/attendance", "/operator/salons/new", "/operator/import", "/operator/accounts",
			"/operator/dead-letters/registration-service/1/discard", "/operator/links/check", "/api/salons/{n}/cancel",
			"/api/outbox/republish", "/api/dead-letters/1/discard", "/operator/none" })
	void changesNothingForReadersAndHelpers(String path) {
		String page = path.replace("{n}", Integer.toString(this.salon));
		for (Site.Browser browser : new Site.Browser[] { this.reader, this.door }) {
			browser.get("/operator/account");
			browser.submit(page, Map.of()).expect(403);
		}
		assertThat(this.site.operate("GET", "/api/salons/" + this.salon, null).json().path("status").asString(""))
			.isEqualTo("ANNOUNCED");
	}

	@Test
	void saysWhyInTheReadersLanguageAndOnlyWhatIsAllowedIsOffered() {
		this.reader.get("/operator/account");
		assertThat(this.reader.submit("/operator/salons/" + this.salon + "/announce", Map.of()).expect(403).text())
			.contains("logged in to read only", "/operator/salons");
		assertThat(this.door.get("/operator").expect(403).text()).contains("helper at the door");
		this.door.speaking("zh-CN");
		assertThat(this.door.get("/operator").expect(403).text()).contains("签到助手");
		this.door.speaking("en");
		String page = "/operator/salons/" + this.salon;
		assertThat(this.organiser.get(page).text()).contains(page + "/edit", page + "/cancel", "/operator/accounts");
		assertThat(this.reader.get(page).text()).contains(page + "/door", "/operator/audit")
			.doesNotContain(page + "/edit", page + "/cancel", page + "/replays", "/operator/accounts",
					"/operator/import");
		assertThat(this.door.get("/operator/salons").text()).contains(page + "/door", "/operator/account\"")
			.doesNotContain("\"" + page + "\"", "/operator/audit", "/operator/dead-letters", "/operator/import");
	}

	@Test
	void tellsProgramsByAProblemDetail() {
		AccountDesk.Made made = this.desk.add("r" + fresh(), "READER", true);
		String basic = Site.basic(made.account().name(), made.password());
		assertThat(this.site.send(this.site.request("/api/status").header("Authorization", basic).GET()).status())
			.isEqualTo(200);
		Site.Answer refused = this.site.send(this.site.request("/api/salons/" + this.salon + "/cancel")
			.header("Authorization", basic)
			.header("Accept-Language", "zh-CN")
			.POST(java.net.http.HttpRequest.BodyPublishers.noBody()));
		assertThat(refused.expect(403).header("Content-Type")).startsWith("application/problem+json");
		assertThat(refused.json().path("detail").asString("")).contains("只读");
	}

	@Test
	void letsTheHelperCheckInAndSeeNoAddress() {
		Guest guest = Guest.of(this.site, this.salon, "Xiaoyu");
		String page = "/operator/salons/" + this.salon + "/door";
		assertThat(this.door.get(page).expect(200).text()).contains("Xiaoyu").doesNotContain("@example.org");
		String came = page + "/" + guest.registrationId() + "/came";
		this.reader.get("/operator/account");
		assertThat(this.reader.get(page).expect(200).text()).doesNotContain(came);
		this.reader.submit(came, Map.of()).expect(403);
		this.door.get(page);
		this.door.submit(came, Map.of()).expect(302);
		assertThat(guest.line(this.site).path("attendedAt").asString("")).isNotEmpty();
		assertThat(this.door.get(page).text()).contains("☑");
	}

	private int ask(String path, String role) {
		AccountDesk.Made made = this.desk.add(role.toLowerCase() + fresh(), role, true);
		return this.site
			.send(this.site.request(path)
				.header("Authorization", Site.basic(made.account().name(), made.password()))
				.GET())
			.status();
	}

	private Site.Browser browser(String role) {
		AccountDesk.Made made = this.desk.add(role.toLowerCase() + fresh(), role, true);
		return this.site.browser().login(made.account().name(), made.password());
	}

	private static String fresh() {
		return UUID.randomUUID().toString().substring(0, 8);
	}

}
