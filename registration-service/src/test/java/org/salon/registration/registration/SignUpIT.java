package org.salon.registration.registration;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import org.salon.events.DomainEvent;
import org.salon.events.member.MemberPreferencesChanged;
import org.salon.events.registration.MemberRegistered;
import org.salon.events.registration.RegistrationCancelled;
import org.salon.events.registration.RegistrationEvent;
import org.salon.events.registration.RegistrationStatus;
import org.salon.registration.MovableClock;
import org.salon.registration.Published;
import org.salon.registration.RegistrationServiceTest;
import org.salon.registration.Site;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

@RegistrationServiceTest
class SignUpIT {

	@Autowired
	private Site site;

	@Autowired
	private Published published;

	@Autowired
	private MovableClock clock;

	@Autowired
	private JdbcClient jdbc;

	@AfterEach
	void resetClock() {
		this.clock.reset();
	}

	@Test
	void commitsRegistrationWithItsEvent() {
		int salon = this.site.announced("");
		Site.Answer answer = this.site.signUp(salon, "张三", "Zhang.San@Example.ORG");
		assertThat(answer.expect(201).json().path("status").asString("")).isEqualTo("REGISTERED");
		Published.Event event = this.published.await("the registration on the topic", forSalon(salon));
		MemberRegistered registered = (MemberRegistered) event.data();
		assertThat(event.version()).isEqualTo(1);
		assertThat(event.key()).isEqualTo(registered.registration().memberId().toString());
		assertThat(registered.registration().name()).isEqualTo("张三");
		assertThat(registered.registration().email()).isEqualTo("Zhang.San@example.org");
		assertThat(registered.registration().locale()).isEqualTo("zh-CN");
		assertThat(registered.registration().status()).isEqualTo(RegistrationStatus.REGISTERED);
		assertThat(this.site.attendees(salon).path("total").asInt(0)).isEqualTo(1);
	}

	@Test
	void changesNothingForBadFields() {
		int salon = this.site.announced("");
		Site.Answer answer = this.site.send(this.site.request("/api/salons/" + salon + "/registrations")
			.header("Content-Type", "application/json")
			.header("Accept-Language", "zh-CN")
			.POST(BodyPublishers.ofString("{\"name\": \" \", \"email\": \"nobody\"}")));
		assertThat(answer.status()).isEqualTo(422);
		assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
		JsonNode errors = answer.json().path("errors");
		assertThat(errors.findValuesAsString("field")).containsExactly("name", "email");
		assertThat(errors.path(0).path("message").asString("")).isEqualTo("请填写此项。");
		this.site.signUp(salon, "Marker", "marker" + salon + "@example.org").expect(201);
		this.published.await("the marker", forSalon(salon));
		assertThat(this.published.matching(forSalon(salon))).hasSize(1);
		assertThat(this.site.attendees(salon).path("total").asInt(0)).isEqualTo(1);
	}

	@Test
	void answersSamePersonAgainAsNewcomerAndDoublesNothing() {
		int salon = this.site.announced("\"capacity\": 1");
		String email = "again" + salon + "@example.org";
		assertThat(status(this.site.signUp(salon, "Again", email))).isEqualTo("REGISTERED");
		assertThat(status(this.site.signUp(salon, "Again", "AGAIN" + salon + "@EXAMPLE.org"))).isEqualTo("WAITLISTED");
		this.clock.forward(Duration.ofMinutes(61));
		assertThat(status(this.site.signUp(salon, "Again", email))).isEqualTo("WAITLISTED");
		assertThat(this.site.attendees(salon).path("total").asInt(0)).isEqualTo(1);
		this.published.await("the confirmation asked for again", (event) -> forSalon(salon).test(event)
				&& ((RegistrationEvent) event).registration().confirmationRevision() == 2);
		assertThat(this.published.matching(forSalon(salon))).hasSize(2)
			.allSatisfy((event) -> assertThat(((RegistrationEvent) event.data()).registration().status())
				.isEqualTo(RegistrationStatus.REGISTERED));
	}

	@Test
	void tellsOfAnotherNameAndLanguage() {
		int salon = this.site.announced("");
		String email = "renamed" + salon + "@example.org";
		this.site.signUp(salon, "Before", email, "Accept-Language", "zh-CN").expect(201);
		this.site.signUp(this.site.announced(""), "After", email, "Accept-Language", "en").expect(201);
		Published.Event event = this.published.await("the member's change",
				(data) -> data instanceof MemberPreferencesChanged changed && changed.member().email().equals(email));
		MemberPreferencesChanged changed = (MemberPreferencesChanged) event.data();
		assertThat(changed.member().name()).isEqualTo("After");
		assertThat(changed.member().locale()).isEqualTo("en");
	}

	@Test
	void keepsToAnswerOfIdempotencyKey() {
		int salon = this.site.announced("\"capacity\": 1");
		String key = UUID.randomUUID().toString();
		String email = "key" + salon + "@example.org";
		assertThat(status(this.site.signUp(salon, "Key", email, "Idempotency-Key", key))).isEqualTo("REGISTERED");
		assertThat(status(this.site.signUp(salon, "Key", email, "Idempotency-Key", key))).isEqualTo("REGISTERED");
		this.site.signUp(salon, "Other", email, "Idempotency-Key", key).expect(422);
		assertThat(this.site.attendees(salon).path("total").asInt(0)).isEqualTo(1);
	}

	@Test
	void refusesUnknownDraftClosedAndCancelled() {
		this.site.signUp(999_998, "A", "a@example.org").expect(404);
		this.site.signUp(this.site.drafted(""), "A", "a@example.org").expect(404);
		int cancelled = this.site.announced("");
		this.site.operate("POST", "/api/salons/" + cancelled + "/cancel", null).expect(200);
		this.site.signUp(cancelled, "A", "a2@example.org").expect(409);
		int held = this.site.announced("");
		this.clock.forward(Duration.ofDays(4));
		this.site.signUp(held, "A", "a3@example.org").expect(409);
		assertThat(this.site.get("/api/salons/" + held).json().path("status").asString("")).isEqualTo("HELD");
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "{", "{\"name\": NaN}", "{\"name\": \"a\", \"name\": \"b\"}", "\uFEFF\uFEFF", "", "{} {}" })
	void answers400ToWhatIsNotJson(String body) {
		int salon = this.site.announced("");
		this.site.post("/api/salons/" + salon + "/registrations", body).expect(400);
	}

	@Test
	void answersEachKindOfUnreadableBody() {
		String path = "/api/salons/" + this.site.announced("") + "/registrations";
		this.site.post(path, "[".repeat(10_000)).expect(400);
		this.site.post(path, "{\"name\": " + "9".repeat(70_000) + "}").expect(413);
		this.site.post(path, "[]").expect(422);
		this.site.post(path, "{\"name\": 7, \"email\": null}").expect(422);
		byte[] utf16 = "{\"name\":\"a\"}".getBytes(StandardCharsets.UTF_16LE);
		this.site
			.send(this.site.request(path)
				.header("Content-Type", "application/json")
				.POST(BodyPublishers.ofByteArray(utf16)))
			.expect(400);
		this.site
			.send(this.site.request(path)
				.header("Content-Type", "application/json")
				.header("Content-Encoding", "gzip")
				.POST(BodyPublishers.ofByteArray(new byte[] { 31, (byte) 139, 8 })))
			.expect(415);
		this.site.send(this.site.request(path).header("Content-Type", "text/plain").POST(BodyPublishers.ofString("{}")))
			.expect(415);
	}

	@Test
	void limitsMailAddressAndClient() {
		int salon = this.site.announced("");
		for (int i = 0; i < 5; i++) {
			this.site.signUp(salon, "Limited", "limited" + salon + "@example.org").expect(201);
		}
		Site.Answer sixth = this.site.signUp(salon, "Limited", "limited" + salon + "@example.org");
		assertThat(sixth.status()).isEqualTo(429);
		assertThat(Integer.parseInt(sixth.header("Retry-After"))).isPositive();
		String client = Site.freshClient();
		for (int i = 0; i < 30; i++) {
			this.site.signUp(salon, "C", "c" + i + "." + salon + "@example.org", "X-Forwarded-For", client).expect(201);
		}
		this.site.signUp(salon, "C", "c." + salon + "@example.org", "X-Forwarded-For", client + ", 10.1.2.3")
			.expect(429);
		// What a client claims before the first stranger proves nothing.
		this.site.signUp(salon, "C", "d." + salon + "@example.org", "X-Forwarded-For", "198.51.100.1, " + client)
			.expect(429);
	}

	@Test
	void erasesPersonAndFreesSeat() {
		int salon = this.site.announced("\"capacity\": 1");
		this.site.signUp(salon, "First", "first" + salon + "@example.org").expect(201);
		this.site.signUp(salon, "Second", "second" + salon + "@example.org").expect(201);
		String member = this.site.attendees(salon).path("items").path(0).path("memberId").asString("");
		this.site.operate("DELETE", "/api/members/" + member, null).expect(204);
		this.site.operate("DELETE", "/api/members/" + member, null).expect(404);
		JsonNode left = this.site.attendees(salon).path("items");
		assertThat(left).hasSize(1);
		assertThat(left.path(0).path("status").asString("")).isEqualTo("REGISTERED");
		assertThat(this.jdbc.sql("select email from member where id = ?::uuid").param(member).query().singleRow())
			.isEqualTo(Collections.singletonMap("email", null));
		assertThat(this.jdbc.sql("select type from messaging.outbox where record_key = ?")
			.param(member)
			.query(String.class)
			.list()).containsExactly("salon.member-erased.v1");
		this.published.await("the erasure", (event) -> event.subject().equals("member/" + member));
		this.site.signUp(salon, "First", "first" + salon + "@example.org").expect(201);
	}

	@Test
	void moveUpWhenSeatsAreAdded() {
		int salon = this.site.announced("\"capacity\": 1");
		for (String name : List.of("A", "B", "C")) {
			this.site.signUp(salon, name, name + salon + "@example.org").expect(201);
		}
		this.site.operate("PUT", "/api/salons/" + salon, Site.salon(salon, "\"capacity\": 2")).expect(200);
		JsonNode attendees = this.site.attendees(salon).path("items");
		assertThat(attendees.findValuesAsString("status")).containsExactly("REGISTERED", "REGISTERED", "WAITLISTED");
		assertThat(attendees.path(2).path("position").asInt(0)).isEqualTo(1);
	}

	@Test
	void exportsTableThatRunsNoFormula() {
		int salon = this.site.announced("");
		this.site.signUp(salon, "=1+1", "formula" + salon + "@example.org").expect(201);
		Site.Answer csv = this.site.operate("GET", "/api/salons/" + salon + "/registrations.csv", null).expect(200);
		assertThat(csv.header("Content-Type")).startsWith("text/csv");
		assertThat(csv.text()).contains("\r\n'=1+1,formula");
		this.site.operate("GET", "/api/salons/999998/registrations.csv", null).expect(404);
		this.site.operate("GET", "/api/salons/" + salon + "/registrations?page=-1", null).expect(422);
		this.site.operate("GET", "/api/salons/" + salon + "/registrations?size=1000000000", null).expect(422);
		this.site.get("/api/salons/" + salon + "/registrations").expect(401);
	}

	@Test
	void tellsOfCancellationOnce() {
		int salon = this.site.announced("");
		this.site.signUp(salon, "Gone", "gone" + salon + "@example.org").expect(201);
		Published.Event event = this.published.await("the registration", forSalon(salon));
		MemberRegistered registered = (MemberRegistered) event.data();
		String path = "/registrations/" + Tokens.registration(registered.registration().registrationId());
		assertThat(status200(this.site.send(this.site.request(path + "/cancel").POST(BodyPublishers.noBody()))))
			.isEqualTo("CANCELLED");
		assertThat(status200(this.site.send(this.site.request(path + "/cancel")
			.header("Content-Type", "application/x-www-form-urlencoded")
			.POST(BodyPublishers.noBody())))).isEqualTo("CANCELLED");
		this.site.signUp(salon, "Gone", "gone" + salon + "@example.org").expect(201);
		this.published.await("the new registration", (data) -> data instanceof MemberRegistered again
				&& again.registration().salonNumber() == salon && again.registration().calendarRevision() == 2);
		assertThat(this.published.matching((data) -> data instanceof RegistrationCancelled cancelled
				&& cancelled.registration().salonNumber() == salon))
			.hasSize(1);
	}

	private static Predicate<DomainEvent> forSalon(int number) {
		return (event) -> event instanceof RegistrationEvent registration
				&& registration.registration().salonNumber() == number;
	}

	private static String status(Site.Answer answer) {
		return answer.expect(201).json().path("status").asString("");
	}

	private static String status200(Site.Answer answer) {
		return answer.expect(200).json().path("status").asString("");
	}

}
