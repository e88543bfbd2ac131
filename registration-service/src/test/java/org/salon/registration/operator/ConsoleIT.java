package org.salon.registration.operator;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

import org.awaitility.Awaitility;
import org.salon.events.delivery.DeliveryChanged;
import org.salon.events.delivery.DeliveryKind;
import org.salon.events.delivery.DeliveryOutcome;
import org.salon.events.delivery.DeliveryState;
import org.salon.messaging.outbox.Outbox;
import org.salon.registration.RegistrationServiceTest;
import org.salon.registration.Site;

import static org.assertj.core.api.Assertions.assertThat;

@RegistrationServiceTest
class ConsoleIT {

	@Autowired
	private Site site;

	@Autowired
	private Outbox outbox;

	@Autowired
	private PlatformTransactionManager transactions;

	@ParameterizedTest
	@CsvSource({ "/actuator/health, 200", "/actuator/health/liveness, 200", "/actuator/health/readiness, 200",
			"/actuator/prometheus, 401", "/actuator, 401", "/actuator/env, 401", "/api/status, 401",
			"/api/dead-letters, 401", "/api/anything, 401", "/v3/api-docs, 401", "/operator, 302",
			"/operator/salons, 302", "/operator/anything, 302", "/anything, 404" })
	void letsPublicSeeOnlyWhatIsPublic(String path, int status) {
		assertThat(this.site.get(path).status()).isEqualTo(status);
	}

	@Test
	void tellsNoDetailsOfHealthAndLetsOperatorScrape() {
		assertThat(this.site.get("/actuator/health").json().propertyNames()).doesNotContain("components", "details");
		assertThat(this.site.operate("GET", "/actuator/prometheus", null).expect(200).text())
			.contains("salon_registration_signups_total{", "salon_registration_places{");
	}

	@Test
	void refusesWrongPassword() {
		Site.Browser browser = this.site.browser();
		browser.get("/operator/login");
		assertThat(browser.submit("/operator/login", Map.of("username", "operator", "password", "wrong"))
			.header("Location")).endsWith("/operator/login?error");
		assertThat(browser.get("/operator").status()).isEqualTo(302);
	}

	@ParameterizedTest
	@CsvSource({ "/operator/import, /operator/import", "/operator?a=b, /operator?a=b",
			"http://localhost:8081/operator/mail/plans/3?x=1, http://localhost:8081/operator/mail/plans/3?x=1",
			"//evil.example.org/, /operator", "https://evil.example.org/operator, /operator",
			"http://localhost:8081@evil.example.org/, /operator", "/\\evil.example.org, /operator",
			"javascript:alert(1), /operator", "/operatorx, /operator", "'', /operator" })
	void leadsToThePageThatWasWantedBeforeTheLoginIfItIsOurs(String then, String page) {
		Site.Browser browser = this.site.browser();
		browser.get("/operator/login");
		Map<String, String> form = Map.of("username", "operator", "password", Site.PASSWORD, "then", then);
		assertThat(browser.submit("/operator/login", form).expect(302).header("Location")).endsWith(page);
	}

	@Test
	void letsTheLoginLeadToTheOtherServicesAndToNobodyElse() {
		assertThat(this.site.get("/operator/login").header("Content-Security-Policy"))
			.contains("form-action 'self' http://localhost:8080 http://localhost:8082 http://localhost:8081;");
		assertThat(this.site.get("/").header("Content-Security-Policy")).contains("form-action 'self';");
	}

	@Test
	void asksForTheLoginAndComesBackAlsoAfterAWrongPassword() {
		Site.Browser browser = this.site.browser();
		String login = browser.get("/operator/import?a=b").expect(302).header("Location");
		assertThat(login).endsWith("/operator/login?then=%2Foperator%2Fimport%3Fa%3Db");
		assertThat(browser.get("/operator/login?then=%2Foperator%2Fimport%3Fa%3Db").text())
			.contains("name=\"then\" value=\"/operator/import?a=b\"");
		Map<String, String> wrong = Map.of("username", "operator", "password", "x", "then", "/operator/import");
		assertThat(browser.submit("/operator/login", wrong).header("Location"))
			.endsWith("/operator/login?error&then=%2Foperator%2Fimport");
	}

	@Test
	void keepsWhatWasTypedWhenTheSessionIsOver() {
		Site.Browser browser = this.site.browser();
		browser.get("/operator/login");
		String text = "# 第 9 期 <b>\"quoted\"</b>";
		String login = browser.submit("/operator/import?x=1", Map.of("markdown", text, "date", "")).expect(401).text();
		assertThat(login)
			.contains("What you typed is kept", "name=\"kept-action\" value=\"/operator/import?x=1\"",
					"name=\"kept.markdown\" value=\"# 第 9 期 &lt;b&gt;&quot;quoted&quot;&lt;/b&gt;\"")
			.doesNotContain("kept._csrf");
		Map<String, String> form = new HashMap<>(Map.of("username", "operator", "password", "wrong", "kept-action",
				"/operator/import?x=1", "kept.markdown", text));
		assertThat(browser.submit("/operator/login", form).expect(401).text()).contains("role=\"alert\"",
				"kept.markdown");
		form.put("password", Site.PASSWORD);
		String again = browser.submit("/operator/login", form).expect(200).text();
		assertThat(again).contains("You are in again", "action=\"/operator/import?x=1\"", "name=\"markdown\"");
		assertThat(browser.submit("/operator/import", Map.of("markdown", text)).expect(422).text()).contains("第 9 期");
		form.put("kept-action", "https://evil.example.org/operator/");
		assertThat(browser.submit("/operator/login", form).expect(302).header("Location")).endsWith("/operator");
	}

	@Test
	void leavesNobodyLoggedInBehind() {
		Site.Browser browser = this.site.browser().login();
		browser.get("/operator").expect(200);
		browser.submit("/operator/logout", Map.of()).expect(302);
		browser.get("/operator").expect(302);
	}

	@Test
	void showsServicesThatDoNotAnswerInPlainWords() {
		Site.Browser browser = this.site.browser().login();
		String page = browser.get("/operator").expect(200).text();
		assertThat(page).contains("registration-service", "notification-service", "does not answer");
		assertThat(browser.get("/operator/live").expect(200).text()).contains("events to publish")
			.doesNotContain("<html");
		assertThat(browser.get("/operator/dead-letters").expect(200).text()).contains("does not answer");
	}

	@Test
	void asksSessionForTokenButNotBasic() {
		int salon = this.site.announced("");
		Site.Browser browser = this.site.browser().login();
		browser.submitRaw("/api/salons/" + salon + "/cancel", "").expect(403);
		this.site.operate("POST", "/api/salons/" + salon + "/cancel", null, "Sec-Fetch-Site", "cross-site").expect(403);
		this.site.operate("POST", "/api/salons/" + salon + "/cancel", null).expect(200);
	}

	@Test
	void writesSalonByForm() {
		int number = Site.freshNumber();
		Site.Browser browser = this.site.browser().login();
		browser.get("/operator/salons/new").expect(200);
		Map<String, String> fields = new HashMap<>(
				Map.of("number", "" + number, "title", "By hand", "startsAt", "2090-06-07T19:30", "endsAt",
						"2090-06-07T18:30", "zone", "Asia/Shanghai", "speakers", "张三 | Example University\nLi Si"));
		assertThat(browser.submit("/operator/salons/new", fields).expect(422).text()).contains("after the start",
				"By hand");
		fields.put("endsAt", "2090-06-07T21:30");
		browser.submit("/operator/salons/new", fields).expect(302);
		assertThat(browser.get("/operator/salons/" + number).expect(200).text()).contains("By hand", "draft");
		browser.submit("/operator/salons/" + number + "/announce", Map.of()).expect(302);
		assertThat(browser.get("/operator/salons/" + number).text())
			.contains("href=\"http://localhost:8081/operator/mail/plans/" + number + "\"");
		JsonNode json = this.site.get("/api/salons/" + number).expect(200).json();
		assertThat(json.path("startsAt").asString("")).isEqualTo("2090-06-07T11:30:00Z");
		assertThat(json.path("speakers").path(0).path("affiliation").asString("")).isEqualTo("Example University");
		browser.get("/operator/salons/" + number + "/edit").expect(200);
		assertThat(browser.get("/operator/salons").expect(200).text()).contains("By hand");
		browser.submit("/operator/salons/" + number + "/replays", Map.of("links", "Replay file:///etc/passwd"))
			.expect(422);
		browser
			.submit("/operator/salons/" + number + "/replays", Map.of("links", "Replay https://example.org/r REPLAY"))
			.expect(302);
	}

	@Test
	void previewsThenSavesInvitation() throws IOException {
		Site.Browser browser = this.site.browser().login();
		browser.get("/operator/import").expect(200);
		String invitation = invitation(Site.freshNumber());
		String preview = browser.submit("/operator/import", Map.of("markdown", invitation, "date", "2090-06-04"))
			.expect(200)
			.text();
		assertThat(preview).contains("warnings", "name=\"then\" value=\"announce\"");
		browser.submit("/operator/import", Map.of("markdown", invitation, "date", "2090-06-04", "then", "draft"))
			.expect(302);
		browser.submit("/operator/import", Map.of("markdown", "nothing", "date", "")).expect(422);
		browser.submit("/operator/import", Map.of("markdown", invitation, "date", "2090-02-30")).expect(422);
	}

	@Test
	void showsWhatBecameOfEachMail() {
		int salon = this.site.announced("");
		this.site.signUp(salon, "Mailed", "mailed" + salon + "@example.org").expect(201);
		JsonNode attendee = this.site.attendees(salon).path("items").path(0);
		DeliveryState delivery = new DeliveryState(UUID.randomUUID(), DeliveryKind.CONFIRMATION, "mail",
				UUID.fromString(attendee.path("memberId").asString("")),
				UUID.fromString(attendee.path("id").asString("")), salon, "1", DeliveryOutcome.SENT, null,
				Instant.now(), Instant.now());
		new TransactionTemplate(this.transactions)
			.executeWithoutResult((status) -> this.outbox.append(new DeliveryChanged(delivery), 1));
		Awaitility.await("the outcome on the list")
			.atMost(Duration.ofSeconds(20))
			.until(() -> !this.site.attendees(salon).path("items").path(0).path("deliveries").isEmpty());
		JsonNode mail = this.site.attendees(salon).path("items").path(0).path("deliveries").path(0);
		assertThat(mail.path("kind").asString("")).isEqualTo("CONFIRMATION");
		assertThat(mail.path("outcome").asString("")).isEqualTo("SENT");
		assertThat(this.site.browser().login().get("/operator/salons/" + salon).expect(200).text())
			.contains("confirmation", "sent");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/", "/operator/login" })
	void servesEveryPartOfAPageItself(String path) {
		String page = this.site.page(path, "en").expect(200).text();
		assertThat(page).doesNotContainPattern("(src|href)=\"https?://(?!localhost)");
		List<String> parts = Pattern.compile("(?:src|href)=\"(/[^\"]+\\.(?:css|js|svg))\"")
			.matcher(page)
			.results()
			.map((part) -> part.group(1))
			.toList();
		assertThat(parts).hasSizeGreaterThan(3);
		parts.forEach((part) -> this.site.get(part).expect(200));
	}

	@Test
	void ignoresBodyOfCallsWithoutOne() {
		int salon = this.site.drafted("");
		this.site
			.send(this.site.request("/api/salons/" + salon + "/announce")
				.header("Authorization", Site.basic())
				.header("Content-Type", "text/csv")
				.POST(BodyPublishers.ofString("?")))
			.expect(200);
	}

	/** Without the past salons, which another test counts. */
	private static String invitation(int number) throws IOException {
		try (InputStream sample = ConsoleIT.class.getResourceAsStream("/invitations/sample.md")) {
			String text = new String(sample.readAllBytes(), StandardCharsets.UTF_8);
			return text.substring(0, text.indexOf("| 期数")).replaceFirst("第 \\d+ 期", "第 " + number + " 期");
		}
	}

}
