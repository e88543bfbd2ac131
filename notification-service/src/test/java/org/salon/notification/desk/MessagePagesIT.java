package org.salon.notification.desk;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.mail.internet.MimeMessage;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.salon.events.member.MemberPreferencesChanged;
import org.salon.events.member.Preferences;
import org.salon.events.registration.MemberRegistered;
import org.salon.events.registration.RegistrationStatus;
import org.salon.events.salon.SalonAnnounced;
import org.salon.localstack.LocalStack;
import org.salon.notification.Fixtures;
import org.salon.notification.MovableClock;
import org.salon.notification.NotificationTest;
import org.salon.notification.World;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.stringContainsInOrder;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrlPattern;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

/** A message to those of a salon, from its first word to the inbox, or taken back. */
@NotificationTest
class MessagePagesIT {

	private static final Duration HALF_A_MINUTE = Duration.ofSeconds(30);

	@Autowired
	private MockMvc mvc;

	@Autowired
	private World world;

	@Autowired
	private MovableClock clock;

	private final int number = Fixtures.number();

	private final String subject = "Another room " + this.number;

	private Desk desk;

	@BeforeEach
	void announce() {
		this.desk = new Desk(this.mvc);
		SalonAnnounced announced = new SalonAnnounced(
				Fixtures.salon(this.number, this.world.now().plus(Duration.ofDays(3))));
		this.world.tell(announced, 1);
		this.world.awaitHandled(announced, 1);
	}

	@AfterEach
	void goOn() throws Exception {
		this.desk.send("/sending/resume");
	}

	@Test
	void goesOnceAfterHalfAMinuteToThoseThatItIsFor() throws Exception {
		UUID holder = register("REGISTERED");
		UUID inLine = register("WAITLISTED");
		UUID ended = register("REGISTERED");
		UUID suppressed = register("REGISTERED");
		MemberPreferencesChanged nothing = new MemberPreferencesChanged(
				Fixtures.member(ended, new Preferences(false, false, false)));
		this.world.tell(nothing, 1);
		this.world.awaitHandled(nothing, 1);
		this.world.jdbc()
			.sql("INSERT INTO suppression VALUES (?, 'complaint', now())")
			.param(Fixtures.address(suppressed))
			.update();

		this.desk.open("/messages/new?salon={n}", this.number)
			.andExpect(status().isOk())
			.andExpect(content().string(allOf(containsString("Non-IID 数据集"), containsString("Nobody gets it who"))));
		UUID id = UUID.randomUUID();
		send("/messages/preview", id, "HOLDERS").andExpect(status().isOk())
			.andExpect(content().string(stringContainsInOrder("It goes to 2 people", "The address of 1 of them",
					this.subject, "sandbox=\"\"", "Dear Lin Yi, we meet in room 2.", "Send to 2 people")));
		assertThat(rows(id)).isEmpty();

		String page = String
			.valueOf(send("/messages", id, "HOLDERS").andExpect(redirectedUrlPattern("/operator/mail/messages/*"))
				.andReturn()
				.getResponse()
				.getRedirectedUrl())
			.replace("/operator/mail", "");
		// Two presses of the button.
		send("/messages", id, "HOLDERS").andExpect(redirectedUrl("/operator/mail" + page));
		assertThat(page).endsWith(id.toString());
		assertThat(rows(id)).containsExactlyInAnyOrder("PLANNED", "PLANNED");
		this.desk.open(page)
			.andExpect(content().string(stringContainsInOrder("http-equiv=\"refresh\"", "Not sent yet", "seconds left",
					"Take it back", "to 2 people")));

		this.clock.moveTo(this.world.now().plus(HALF_A_MINUTE));
		MimeMessage mail = this.world.awaitMail(holder, this.subject);
		assertThat(source(mail)).contains("List-Unsubscribe");
		Awaitility.await("all have an outcome")
			.atMost(World.PATIENCE)
			.untilAsserted(() -> assertThat(rows(id)).containsExactlyInAnyOrder("SENT", "SUPPRESSED"));
		this.desk.open(page)
			.andExpect(content()
				.string(allOf(not(containsString("http-equiv=\"refresh\"")), not(containsString("Take it back")))));
		this.desk.open("/messages")
			.andExpect(content().string(stringContainsInOrder(this.subject, "all who have a place")));
		assertThat(this.world.subjects(holder)).filteredOn((one) -> one.contains(this.subject)).hasSize(1);
		assertThat(List.of(inLine, ended, suppressed)).allSatisfy(
				(other) -> assertThat(this.world.subjects(other)).noneMatch((one) -> one.contains(this.subject)));

		String delivery = this.world.row(holder, "MESSAGE").get("id").toString();
		this.desk.open("/deliveries/" + delivery)
			.andExpect(content().string(stringContainsInOrder("As it was sent", this.subject, "sandbox=\"\"",
					"we meet in room 2.", "Message-ID")));
		this.desk.send("/deliveries/" + delivery + "/suppress");
		this.desk.open("/deliveries/" + delivery)
			.andExpect(content().string(containsString("No mail goes to this address")));
		this.desk.send("/deliveries/" + delivery + "/unsuppress");
		this.desk.open("/deliveries/" + delivery)
			.andExpect(content().string(not(containsString("No mail goes to this address"))));
	}

	@Test
	void isTakenBackFromAllWithinHalfAMinute() throws Exception {
		UUID holder = register("REGISTERED");
		UUID id = UUID.randomUUID();
		send("/messages", id, "HOLDERS");
		assertThat(rows(id)).containsExactly("PLANNED");
		this.desk.send("/messages/" + id + "/undo").andExpect(redirectedUrl("/operator/mail/messages/" + id));
		assertThat(rows(id)).containsExactly("CANCELLED");
		this.desk.open("/messages/" + id)
			.andExpect(content().string(allOf(containsString("Taken back"), not(containsString("id=\"undo\"")))));
		this.clock.moveTo(this.world.now().plus(HALF_A_MINUTE));
		// Had it been left, it would have come before this one.
		UUID second = UUID.randomUUID();
		send("/messages", second, "HOLDERS", "subject", "Marker");
		this.clock.moveTo(this.world.now().plus(HALF_A_MINUTE));
		this.world.awaitMail(holder, "Marker");
		assertThat(this.world.subjects(holder)).noneMatch((one) -> one.contains(this.subject));
		this.desk.send("/messages/" + id + "/undo");
		assertThat(rows(second)).containsExactly("SENT");
	}

	@Test
	void isTriedAtOnceAtOneAddress() throws Exception {
		register("REGISTERED");
		String address = "try-" + this.number + "@example.org";
		UUID id = UUID.randomUUID();
		send("/messages/test", id, "HOLDERS", "to", address).andExpect(status().isOk())
			.andExpect(content().string(containsString("The mail server has taken the test")));
		MimeMessage mail = LocalStack.shared().mail().awaitMessage(address, World.PATIENCE);
		assertThat(mail.getSubject()).isEqualTo(this.subject);
		send("/messages/test", id, "HOLDERS", "to", "nobody").andExpect(status().isUnprocessableContent())
			.andExpect(content().string(containsString("id=\"to-error\"")));
		assertThat(rows(id)).isEmpty();
	}

	@Test
	void saysItInTheReadersLanguageWhereThereAreOtherWords() throws Exception {
		UUID chinese = register("REGISTERED");
		UUID english = UUID.randomUUID();
		MemberRegistered registered = new MemberRegistered(Fixtures.named(
				Fixtures.registration(this.number, english, RegistrationStatus.REGISTERED, this.world.now()), "Ada",
				"en"));
		this.world.tell(registered, 1);
		this.world.awaitLedger(english, "CONFIRMATION SENT");
		send("/messages", UUID.randomUUID(), "HOLDERS", "subject.zh-CN", "换教室 " + this.number, "body.zh-CN",
				"改在 2 号教室。");
		this.clock.moveTo(this.world.now().plus(HALF_A_MINUTE));
		this.world.awaitMail(chinese, "换教室 " + this.number);
		this.world.awaitMail(english, this.subject);
	}

	@ParameterizedTest
	@CsvSource({ "subject, '', subject-error", "body, '{{nme}}', body-error", "body, '{{#host}}', body-error",
			"subject.en, 'only a subject', body.en-error", "to.HOLDERS, , audience-error" })
	void saysBesideTheFieldWhatCannotBeSent(String field, String value, String error) throws Exception {
		UUID id = UUID.randomUUID();
		String audience = field.startsWith("to.") ? "NOBODY" : "HOLDERS";
		for (String path : List.of("/messages", "/messages/preview", "/messages/test")) {
			send(path, id, audience, field, (value != null) ? value : "").andExpect(status().isUnprocessableContent())
				.andExpect(content().string(containsString("id=\"" + error + "\"")));
		}
	}

	@Test
	void isHadByTheApiToo() throws Exception {
		register("REGISTERED");
		UUID id = UUID.randomUUID();
		String message = """
				{"id": "%s", "salon": %d, "audience": ["HOLDERS"],
				 "words": [{"subject": "%s", "body": "Dear {{name}}"}]}""".formatted(id, this.number, this.subject);
		api("/api/messages/preview", message).andExpect(status().isOk())
			.andExpect(jsonPath("$.reach.people").value(1))
			.andExpect(jsonPath("$.mails.en.text", containsString("Dear Lin Yi")))
			.andExpect(jsonPath("$.mails.zh-CN.subject").value(this.subject));
		api("/api/messages", message).andExpect(status().isAccepted())
			.andExpect(jsonPath("$.state").value("WAITING"))
			.andExpect(jsonPath("$.message.recipients").value(1));
		api("/api/messages", message).andExpect(status().isAccepted()).andExpect(jsonPath("$.left").value(1));
		api("/api/messages", message.replace("Dear", "Hello")).andExpect(status().isUnprocessableContent())
			.andExpect(jsonPath("$.errors[0].field").value("id"));
		api("/api/messages", message.replace("HOLDERS\"", "\"").replace("[\"]", "[]"))
			.andExpect(status().is4xxClientError());
		api("/api/messages/" + id + "/undo", "").andExpect(jsonPath("$.state").value("UNDONE"))
			.andExpect(jsonPath("$.dropped").value(1));
		api("/api/messages/" + UUID.randomUUID() + "/undo", "").andExpect(status().isNotFound());
		api("/api/messages", message.replace("\"salon\": " + this.number, "\"salon\": 999999"))
			.andExpect(status().isNotFound());
	}

	@Test
	void waitsWithAllOtherMailsWhileSendingIsPausedAndExpiresInTime() throws Exception {
		UUID before = register("REGISTERED");
		api("/api/sending/pause", "").andExpect(jsonPath("$.paused").value(true))
			.andExpect(jsonPath("$.by").value("operator"));
		this.desk.open("").andExpect(content().string(stringContainsInOrder("No mail is sent.", "operator paused it")));
		this.desk.open("/suppressions").andExpect(content().string(containsString("No mail is sent.")));
		UUID member = UUID.randomUUID();
		UUID late = UUID.randomUUID();
		this.world.tell(Fixtures.registered(this.number, member, this.world.now()), 1);
		this.world.tell(Fixtures.registered(this.number, late, this.world.now()), 1);
		this.world.awaitLedger(late, "CONFIRMATION PLANNED");
		this.world.awaitLedger(member, "CONFIRMATION PLANNED");
		this.world.jdbc()
			.sql("UPDATE delivery SET not_after = ? WHERE member_id = ? AND kind = 'CONFIRMATION'")
			.params(this.world.now().atOffset(ZoneOffset.UTC), late)
			.update();
		// That the sender has seen: it would have sent the other one by now.
		this.world.awaitLedger(late, "CONFIRMATION EXPIRED");
		assertThat(this.world.ledger(member)).contains("CONFIRMATION PLANNED");
		assertThat(this.world.ledger(before)).contains("CONFIRMATION SENT");
		this.mvc.perform(operator(MockMvcRequestBuilders.get("/actuator/prometheus")))
			.andExpect(content().string(containsString("salon_notification_sending_paused 1.0")));
		this.desk.send("/sending/resume").andExpect(redirectedUrl("/operator/mail?done=sendingResumed"));
		this.world.awaitLedger(member, "CONFIRMATION SENT");
		this.desk.open("").andExpect(content().string(not(containsString("No mail is sent."))));
	}

	private UUID register(String standing) {
		UUID member = UUID.randomUUID();
		this.world.tell(new MemberRegistered(
				Fixtures.registration(this.number, member, RegistrationStatus.valueOf(standing), this.world.now())), 1);
		this.world.awaitLedger(member, standing.equals("REGISTERED") ? "CONFIRMATION SENT" : "WAITLISTED SENT");
		return member;
	}

	/** With these fields in place of the usual. */
	private ResultActions send(String path, UUID id, String audience, String... fields) throws Exception {
		Map<String, String> form = new LinkedHashMap<>();
		form.put("id", id.toString());
		form.put("salon", Integer.toString(this.number));
		form.put("to." + audience, "on");
		form.put("subject", this.subject);
		form.put("body", "Dear {{name}}, we meet in room 2.");
		for (int i = 0; i < fields.length; i += 2) {
			form.put(fields[i], fields[i + 1]);
		}
		if (audience.equals("NOBODY")) {
			form.remove("to.HOLDERS");
		}
		return this.desk.send(path,
				form.entrySet()
					.stream()
					.flatMap((field) -> Stream.of(field.getKey(), field.getValue()))
					.toArray(String[]::new));
	}

	private ResultActions api(String path, String body) throws Exception {
		return this.mvc.perform(operator(MockMvcRequestBuilders.post(path)).header("Sec-Fetch-Site", "same-origin")
			.contentType(MediaType.APPLICATION_JSON)
			.content(body));
	}

	private static MockHttpServletRequestBuilder operator(MockHttpServletRequestBuilder request) {
		return request.header(HttpHeaders.AUTHORIZATION,
				"Basic " + HttpHeaders.encodeBasicAuth("operator", "test-operator", StandardCharsets.UTF_8));
	}

	private List<String> rows(UUID message) {
		return this.world.jdbc()
			.sql("SELECT state FROM delivery WHERE kind = 'MESSAGE' AND occurrence = ?")
			.param(message.toString())
			.query(String.class)
			.list();
	}

	private static String source(MimeMessage mail) throws Exception {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		mail.writeTo(bytes);
		return bytes.toString(StandardCharsets.UTF_8);
	}

}
