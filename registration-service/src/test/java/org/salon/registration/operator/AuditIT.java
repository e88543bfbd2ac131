package org.salon.registration.operator;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

import org.salon.access.Role;
import org.salon.access.audit.AuditEntry;
import org.salon.access.audit.AuditTrail;
import org.salon.registration.RegistrationServiceTest;
import org.salon.registration.Site;
import org.salon.registration.account.AccountDesk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** What operators did is written down, whatever it was. */
@RegistrationServiceTest
class AuditIT {

	private final String name = "o" + UUID.randomUUID().toString().substring(0, 8);

	@Autowired
	private Site site;

	@Autowired
	private AccountDesk desk;

	@Autowired
	private AuditTrail trail;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private PlatformTransactionManager transactions;

	private String password;

	private Site.Browser organiser;

	@BeforeEach
	void logIn() {
		this.password = this.desk.add(this.name, "ORGANISER", true).password();
		this.organiser = this.site.browser().login(this.name, this.password);
		this.organiser.get("/operator/account").expect(200);
	}

	@Test
	void writesDownWhoDidWhatOnWhatAndWhatBecameOfIt() {
		int number = this.site.drafted("");
		this.organiser.submit("/operator/salons/" + number + "/announce", Map.of()).expect(302);
		this.organiser.submit("/operator/salons/999998/announce?secret=x", Map.of()).expect(404);
		this.organiser.submit("/operator/logout", Map.of()).expect(302);
		List<AuditEntry> entries = this.trail.newest(10, null, this.name);
		assertThat(entries).extracting(AuditEntry::action)
			.containsExactly("POST /operator/logout", "POST /operator/salons/{number}/announce",
					"POST /operator/salons/{number}/announce", "POST /operator/login");
		assertThat(entries).extracting(AuditEntry::status).containsExactly(302, 404, 302, 302);
		assertThat(entries).extracting(AuditEntry::target)
			.containsExactly("/operator/logout", "/operator/salons/999998/announce",
					"/operator/salons/" + number + "/announce", "/operator/login");
		assertThat(entries).extracting(AuditEntry::role).containsOnly(Role.ORGANISER);
	}

	@Test
	void beginsTheEntryBeforeAnythingIsChanged() {
		int number = this.site.drafted("");
		CompletableFuture<Site.Answer> answer = new TransactionTemplate(this.transactions).execute((status) -> {
			this.jdbc.sql("select number from salon where number = ? for update")
				.param(number)
				.query(Integer.class)
				.single();
			CompletableFuture<Site.Answer> asked = CompletableFuture
				.supplyAsync(() -> this.organiser.submit("/operator/salons/" + number + "/announce", Map.of()));
			Awaitility.await("the entry")
				.atMost(Duration.ofSeconds(20))
				.until(() -> newest().action().contains("announce"));
			assertThat(newest().status()).isNull();
			assertThat(asked).isNotDone();
			return asked;
		});
		answer.join().expect(302);
		assertThat(newest().status()).isEqualTo(302);
	}

	@Test
	void writesDownRefusalsAndWrongPasswords() {
		String helper = this.desk.add("h" + this.name, "DOOR", true).password();
		Site.Browser door = this.site.browser().login("h" + this.name, helper);
		door.get("/operator/dead-letters").expect(403);
		assertThat(this.trail.newest(1, null, "h" + this.name)).first().satisfies((entry) -> {
			assertThat(entry.action()).isEqualTo("GET /operator/dead-letters");
			assertThat(entry.status()).isEqualTo(403);
			assertThat(entry.role()).isEqualTo(Role.DOOR);
		});
		Site.Browser guesser = this.site.browser();
		guesser.get("/operator/login");
		guesser.submit("/operator/login", Map.of("username", this.name, "password", "wrong")).expect(302);
		assertThat(newest()).satisfies((entry) -> {
			assertThat(entry.action()).isEqualTo("login");
			assertThat(entry.status()).isEqualTo(401);
			assertThat(entry.role()).isNull();
		});
		String typedByMistake = "secret-" + UUID.randomUUID();
		guesser.submit("/operator/login", Map.of("username", typedByMistake, "password", "wrong")).expect(302);
		assertThat(this.trail.newest(1, null, typedByMistake)).isEmpty();
		assertThat(this.trail.newest(1, null, "")).first().extracting(AuditEntry::status).isEqualTo(401);
	}

	@Test
	void writesDownWhatProgramsDoAndNothingThatIsPublicOrChangesNothing() {
		int number = this.site.announced("");
		this.organiser.get("/operator/salons/" + number).expect(200);
		this.organiser.submit("/operator/import", Map.of("markdown", "# x", "then", "preview"));
		this.site
			.send(this.site.request("/api/salons/" + number + "/registrations")
				.header("Authorization", Site.basic(this.name, this.password))
				.header("Content-Type", "application/json")
				.POST(java.net.http.HttpRequest.BodyPublishers
					.ofString("{\"name\": \"Bo\", \"email\": \"bo@example.org\"}")))
			.expect(201);
		assertThat(newest().action()).isEqualTo("POST /operator/login");
		assertThat(this.trail.newest(200, null, "operator")).extracting(AuditEntry::target)
			.contains("/api/salons", "/api/salons/" + number + "/announce");
	}

	@Test
	void givesPagesOfItToOrganisersAndReaders() {
		for (int i = 0; i < 4; i++) {
			this.organiser.submit("/operator/salons/999998/announce", Map.of()).expect(404);
		}
		String path = "/api/audit?actor=" + this.name + "&size=2";
		JsonNode first = this.site.operate("GET", path, null).expect(200).json();
		JsonNode second = this.site.operate("GET", path + "&before=" + first.path("next").asString(""), null).json();
		JsonNode third = this.site.operate("GET", path + "&before=" + second.path("next").asString(""), null).json();
		assertThat(first.path("items")).hasSize(2);
		assertThat(second.path("items")).hasSize(2);
		assertThat(third.path("items")).hasSize(1);
		assertThat(third.at("/items/0/action").asString("")).isEqualTo("POST /operator/login");
		assertThat(third.path("next").isString()).isFalse();
		for (String wrong : List.of("size=0", "size=201", "before=x")) {
			this.site.operate("GET", "/api/audit?" + wrong, null).expect(422);
		}
	}

	@Test
	void showsItInWordsAndSaysWhichServiceIsSilent() {
		int number = this.site.drafted("");
		this.organiser.submit("/operator/salons/" + number + "/announce", Map.of()).expect(302);
		String page = this.organiser.get("/operator/audit?person=" + this.name).expect(200).text();
		assertThat(page).contains("Announced salon " + number, "Logged in", "organiser",
				"notification-service does not answer");
		assertThat(this.organiser.speaking("zh-CN").get("/operator/audit?person=" + this.name).text())
			.contains("发布第 " + number + " 期");
		assertThat(this.organiser.get("/operator/audit?service=registration-service").text())
			.doesNotContain("notification-service 没有回应");
	}

	@Test
	void keepsEntriesAsTheyAre() {
		UUID id = newest().id();
		for (String change : List.of("update audit_entry set status = 200 where id = ?",
				"update audit_entry set actor = 'x' where id = ?", "delete from audit_entry where id = ?")) {
			assertThatExceptionOfType(DataAccessException.class).as(change)
				.isThrownBy(() -> this.jdbc.sql(change).param(id).update());
		}
		assertThat(newest().id()).isEqualTo(id);
	}

	private AuditEntry newest() {
		return this.trail.newest(1, null, this.name).getFirst();
	}

}
