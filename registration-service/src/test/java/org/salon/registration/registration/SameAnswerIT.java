package org.salon.registration.registration;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import org.salon.events.link.LinkPurpose;
import org.salon.registration.RegistrationServiceTest;
import org.salon.registration.Site;

import static org.assertj.core.api.Assertions.assertThat;

/** Nobody learns from an answer whether an address is known, or what it is known for. */
@RegistrationServiceTest
class SameAnswerIT {

	@Autowired
	private Site site;

	@Autowired
	private JdbcClient jdbc;

	@ParameterizedTest
	@ValueSource(
			strings = { "", "\"signUp\": {\"confirmAddress\": true}", "\"signUp\": {\"acceptWithin\": \"PT12H\"}" })
	void signUpAnswersTheSameWhoeverHasTheAddress(String rules) {
		int salon = this.site.announced(rules);
		assertAllAlike(salon, "open");
		int seats = this.jdbc.sql("select count(*) from registration where salon_number = ? and status <> 'CANCELLED'")
			.param(salon)
			.query(Integer.class)
			.single();
		String full = "\"capacity\": " + seats + (rules.isEmpty() ? "" : ", " + rules);
		this.site.operate("PUT", "/api/salons/" + salon, Site.salon(salon, full)).expect(200);
		assertAllAlike(salon, "full");
		this.site.operate("POST", "/api/salons/" + salon + "/cancel", null).expect(200);
		assertAllAlike(salon, "cancelled");
	}

	@Test
	void subscriptionAnswersTheSameWhoeverHasTheAddress() {
		int salon = this.site.announced("");
		List<String> addresses = List.of(stranger("sub"), justAsked(), subscriber(), registered(salon, "sub"),
				suppressed("sub"), unsubscribed());
		List<String> calls = addresses.stream().map((email) -> seen(subscribe(email))).distinct().toList();
		assertThat(calls).hasSize(1).first().asString().startsWith("202");
		List<String> forms = addresses.stream()
			.map((email) -> seen(form("/subscribe", "/subscriptions", "Someone", "x" + email)))
			.distinct()
			.toList();
		assertThat(forms).hasSize(1).first().asString().startsWith("302");
	}

	@Test
	void refusalsSayNothingOfTheAddressEither() {
		int salon = this.site.announced("");
		List<String> addresses = List.of(stranger("bad"), registered(salon, "bad"), suppressed("bad"));
		assertThat(addresses.stream().map((email) -> seen(this.site.signUp(salon, "www.spam", email))).distinct())
			.hasSize(1)
			.first()
			.asString()
			.startsWith("422");
	}

	private void assertAllAlike(int salon, String state) {
		for (String way : List.of("call", "form")) {
			String name = state + way;
			List<String> addresses = state.equals("open")
					? List.of(stranger(name + salon), registered(this.site.announced(""), name),
							registered(salon, name), givenBack(salon, name), suppressed(name + salon))
					: List.of(stranger(name + salon), known("registered", "open" + way + salon),
							known("gone", "open" + way + salon), suppressed(name + salon));
			List<String> answers = addresses.stream()
				.map((email) -> seen(way.equals("call") ? this.site.signUp(salon, "Someone", email)
						: form("/salons/" + salon, "/salons/" + salon + "/registrations", "Someone", email)))
				.distinct()
				.toList();
			assertThat(answers).as("%s by %s", state, way).hasSize(1);
		}
	}

	/** Status, headers and body, but for what differs from one moment to the next. */
	private static String seen(Site.Answer answer) {
		Map<String, List<String>> headers = new TreeMap<>(answer.response().headers().map());
		headers.keySet().removeAll(List.of("date", "set-cookie", "connection", "keep-alive"));
		String body = answer.text()
			.replaceAll("name=\"(_csrf|stamp)\"[^>]*>", "")
			.replaceAll("value=\"[^\"]*@example.org\"", "");
		return answer.status() + " " + headers + " " + body;
	}

	private Site.Answer form(String page, String post, String name, String email) {
		Site.Browser browser = this.site.browser();
		browser.get(page);
		if (page.startsWith("/salons")) {
			// A salon that is called off shows no form; another page's token does for it.
			browser.get("/subscribe");
		}
		return browser.submit(post, Map.of("name", name, "email", email));
	}

	private Site.Answer subscribe(String email) {
		HttpRequest.Builder request = this.site.request("/api/subscriptions")
			.header("Content-Type", "application/json")
			.POST(BodyPublishers.ofString("{\"email\": \"" + email + "\"}"));
		return this.site.send(request);
	}

	private static String known(String how, String name) {
		return how + "." + name + "@example.org";
	}

	private static String stranger(String name) {
		return known("stranger", name + UUID.randomUUID());
	}

	private String registered(int salon, String name) {
		String email = known("registered", name + salon);
		this.site.signUp(salon, "Someone", email).expect(201);
		return email;
	}

	private String givenBack(int salon, String name) {
		String email = known("gone", name + salon);
		this.site.signUp(salon, "Someone", email).expect(201);
		UUID place = this.jdbc.sql(
				"select r.id from registration r join member m on m.id = r.member_id where m.email = ? and salon_number = ?")
			.params(email, salon)
			.query(UUID.class)
			.single();
		String path = "/registrations/" + Tokens.registration(place) + "/cancel";
		this.site.send(this.site.request(path).POST(BodyPublishers.noBody())).expect(200);
		return email;
	}

	/** Someone whose mail comes back. */
	private String suppressed(String name) {
		int elsewhere = this.site.announced("");
		String email = registered(elsewhere, name);
		this.jdbc
			.sql("""
					insert into delivery_outcome (delivery_id, version, member_id, registration_id, salon_number, kind, channel,
						occurrence, outcome, due_at, occurred_at)
					select gen_random_uuid(), 1, member_id, id, salon_number, 'CONFIRMATION', 'mail', '1', 'SUPPRESSED', now(), now()
					from registration where salon_number = ?""")
			.param(elsewhere)
			.update();
		return email;
	}

	private String justAsked() {
		String email = stranger("asked");
		subscribe(email).expect(202);
		return email;
	}

	private String subscriber() {
		String email = justAsked();
		Site.Browser browser = this.site.browser();
		String path = "/subscriptions/" + Tokens.sign(LinkPurpose.SUBSCRIPTION, idOf(email), 2);
		browser.get(path).expect(200);
		browser.submit(path, Map.of()).expect(302);
		return email;
	}

	private String unsubscribed() {
		String email = subscriber();
		String path = "/unsubscribe/" + Tokens.sign(LinkPurpose.UNSUBSCRIBE, idOf(email), 2);
		this.site.send(this.site.request(path).POST(BodyPublishers.noBody())).expect(200);
		return email;
	}

	private UUID idOf(String email) {
		return this.jdbc.sql("select id from member where email = ?").param(email).query(UUID.class).single();
	}

}
