package org.salon.notification.bounce;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.salon.events.salon.SalonAnnounced;
import org.salon.notification.Fixtures;
import org.salon.notification.NotificationTest;
import org.salon.notification.World;
import org.salon.notification.database.Columns;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

/** Mails that were sent come back, by the operator's call. */
@NotificationTest
class BounceIT {

	private static final String FULL = "552 5.2.2 mailbox full";

	@Autowired
	private MockMvc mvc;

	@Autowired
	private World world;

	private final UUID member = UUID.randomUUID();

	@Test
	void sendsNoMoreToAnAddressThatDoesNotExist() throws Exception {
		UUID mail = sent();
		report(SampleReports.bounce(mail, "5.1.1", "550 5.1.1 no such user"), "RECORDED");
		assertThat(state(mail)).isEqualTo("BOUNCED");
		assertThat(reason()).isEqualTo("550 5.1.1 no such user");
		assertThat(outcomes(mail)).containsExactly("SENT", "BOUNCED");
		register(Fixtures.number());
		this.world.awaitLedger(this.member, "CONFIRMATION BOUNCED", "CONFIRMATION SUPPRESSED");
	}

	@Test
	void changesNothingByTheSameReportAgain() throws Exception {
		UUID mail = sent();
		report(SampleReports.bounce(mail, "5.2.2", FULL), "RECORDED");
		report(SampleReports.bounce(mail, "5.2.2", FULL), "REPEATED");
		json("{'messageId': '%s', 'status': '5.2.2'}".formatted(SampleReports.messageId(mail)), "REPEATED");
		assertThat(outcomes(mail)).containsExactly("SENT", "BOUNCED");
		assertThat(reason()).isNull();
	}

	@Test
	void givesUpAnAddressAfterThreeMailsThatCameBackWithinAMonth() throws Exception {
		UUID old = sent();
		report(SampleReports.bounce(old, "5.2.2", FULL), "RECORDED");
		ago(old, Duration.ofDays(31));
		report(SampleReports.bounce(sent(), "5.2.2", FULL), "RECORDED");
		report(SampleReports.bounce(sent(), "5.7.1", "550 5.7.1 listed"), "RECORDED");
		assertThat(reason()).isNull();
		report(SampleReports.bounce(sent(), "5.2.2", FULL), "RECORDED");
		assertThat(reason()).isEqualTo("3 mails came back within 30 days, the last because of: " + FULL);
	}

	@Test
	void countsAnewOnceTheAddressMayHaveMailsAgain() throws Exception {
		for (int i = 0; i < 3; i++) {
			report(SampleReports.bounce(sent(), "5.2.2", FULL), "RECORDED");
		}
		assertThat(reason()).isNotNull();
		this.mvc
			.perform(MockMvcRequestBuilders.delete("/api/suppressions/{address}", Fixtures.address(this.member))
				.headers(operator()))
			.andExpect(status().isNoContent());
		report(SampleReports.bounce(sent(), "5.2.2", FULL), "RECORDED");
		assertThat(reason()).isNull();
	}

	@Test
	void leavesAnAddressOffTheListThatAnOperatorTookOffWhenAReportIsRepeated() throws Exception {
		UUID mail = sent();
		report(SampleReports.bounce(mail, "5.1.1", "550 5.1.1 unknown"), "RECORDED");
		this.mvc
			.perform(MockMvcRequestBuilders.delete("/api/suppressions/{address}", Fixtures.address(this.member))
				.headers(operator()))
			.andExpect(status().isNoContent());
		report(SampleReports.bounce(mail, "5.1.1", "550 5.1.1 unknown"), "REPEATED");
		assertThat(reason()).isNull();
	}

	@Test
	void takesAnAddressForMissingThoughAnotherReportWasMilder() throws Exception {
		UUID mail = sent();
		report(SampleReports.bounce(mail, "5.2.2", FULL), "RECORDED");
		report(SampleReports.bounce(mail, "5.1.1", "550 5.1.1 unknown"), "RECORDED");
		assertThat(reason()).isEqualTo("550 5.1.1 unknown");
		assertThat(outcomes(mail)).containsExactly("SENT", "BOUNCED");
	}

	@Test
	void sendsNoMoreToWhoComplains() throws Exception {
		UUID mail = sent();
		report(SampleReports.complaint(mail), "RECORDED");
		report(SampleReports.complaint(mail), "REPEATED");
		assertThat(state(mail)).isEqualTo("SENT");
		assertThat(reason()).isEqualTo("complaint");
	}

	@Test
	void takesTheSameInJson() throws Exception {
		UUID mail = sent();
		json("{'messageId': '%s', 'status': '4.2.2', 'diagnostic': 'later'}".formatted(SampleReports.messageId(mail)),
				"IGNORED");
		assertThat(state(mail)).isEqualTo("SENT");
		json("{'messageId': '%s', 'status': '5.1.10', 'diagnostic': 'null MX of a@b.example'}"
			.formatted(SampleReports.messageId(mail)), "RECORDED");
		assertThat(state(mail)).isEqualTo("BOUNCED");
		assertThat(reason()).isEqualTo("5.1.10 null MX of …");
		json("{'messageId': '%s', 'complaint': true}".formatted(SampleReports.messageId(mail)), "REPEATED");
	}

	@Test
	void ignoresWhatIsAboutNoMailThatWasHandedOver() throws Exception {
		report(SampleReports.bounce(UUID.randomUUID(), "5.1.1", "550"), "IGNORED");
		UUID mail = sent();
		report(SampleReports.delayed(mail), "IGNORED");
		json("{'messageId': '<other@example.org>', 'status': '5.1.1'}", "IGNORED");
		UUID reminder = (UUID) this.world.row(this.member, "REMINDER").get("id");
		report(SampleReports.bounce(reminder, "5.1.1", "550"), "IGNORED");
		assertThat(state(reminder)).isEqualTo("PLANNED");
		assertThat(reason()).isNull();
	}

	@Test
	void knowsThatAMailOfUnknownOutcomeArrivedOnceItComesBack() throws Exception {
		UUID mail = sent();
		this.world.jdbc()
			.sql("UPDATE delivery SET state = 'EXPIRED', unknown = true, closed_by = 'SENDER' WHERE id = ?")
			.param(mail)
			.update();
		report(SampleReports.bounce(mail, "5.2.2", FULL), "RECORDED");
		assertThat(state(mail)).isEqualTo("BOUNCED");
	}

	@Test
	void refusesWhatIsTooLarge() throws Exception {
		byte[] large = new byte[BounceDesk.LARGEST + 1];
		this.mvc
			.perform(MockMvcRequestBuilders.post("/api/bounces")
				.headers(operator())
				.contentType("message/rfc822")
				.content(large))
			.andExpect(status().isContentTooLarge());
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "null", "[]", "{", "{'status': '5.1.1'}", "{'messageId': '<x@y>'}",
			"{'messageId': '<x@y>', 'status': '5.1'}", "{'messageId': '<x@y>', 'status': 'x 5.1.1'}",
			"{'messageId': {}, 'status': '5.1.1'}", "{'messageId': '<x@y>', 'complaint': 'x'}" })
	void refusesMalformedJson(String body) throws Exception {
		perform(MediaType.APPLICATION_JSON_VALUE, body.replace('\'', '"').getBytes(StandardCharsets.UTF_8))
			.andExpect(status().isUnprocessableContent())
			.andExpect(content().contentType(MediaType.APPLICATION_PROBLEM_JSON));
	}

	@Test
	void refusesAMailThatIsNoReport() throws Exception {
		perform("message/rfc822", SampleReports.vacation()).andExpect(status().isUnprocessableContent())
			.andExpect(content().contentType(MediaType.APPLICATION_PROBLEM_JSON));
		perform("text/plain", SampleReports.vacation()).andExpect(status().isUnsupportedMediaType());
	}

	private UUID sent() {
		int number = Fixtures.number();
		register(number);
		String sql = "SELECT id FROM delivery WHERE member_id = ? AND salon_number = ? AND kind = 'CONFIRMATION' AND state = 'SENT'";
		return Awaitility.await("confirmation of " + number)
			.atMost(World.PATIENCE)
			.until(() -> this.world.jdbc().sql(sql).params(this.member, number).query(UUID.class).optional(),
					Optional::isPresent)
			.orElseThrow();
	}

	private void register(int number) {
		this.world.tell(new SalonAnnounced(Fixtures.salon(number, this.world.now().plus(Duration.ofDays(3)))), 1);
		this.world.tell(Fixtures.registered(number, this.member, this.world.now()), 1);
	}

	private void ago(UUID mail, Duration before) {
		Instant then = this.world.now().minus(before);
		this.world.jdbc()
			.sql("UPDATE delivery SET soft_bounced_at = ? WHERE id = ?")
			.params(Columns.timestamp(then), mail)
			.update();
	}

	private String state(UUID mail) {
		return this.world.jdbc()
			.sql("SELECT state FROM delivery WHERE id = ?")
			.param(mail)
			.query(String.class)
			.single();
	}

	private String reason() {
		return this.world.jdbc()
			.sql("SELECT reason FROM suppression WHERE address = ?")
			.param(Fixtures.address(this.member))
			.query(String.class)
			.optional()
			.orElse(null);
	}

	/** What the other services were told, in order. */
	private List<String> outcomes(UUID mail) {
		return this.world.jdbc()
			.sql("""
					SELECT (regexp_match(convert_from(data, 'UTF8'), '"outcome" *: *"([A-Z]+)"'))[1]
					FROM messaging.outbox WHERE subject = ? ORDER BY version""")
			.param("delivery/" + mail)
			.query(String.class)
			.list();
	}

	private void report(byte[] report, String effect) throws Exception {
		perform("message/rfc822", report).andExpect(status().isAccepted())
			.andExpect(jsonPath("$.effect").value(effect));
	}

	private void json(String body, String effect) throws Exception {
		perform(MediaType.APPLICATION_JSON_VALUE, body.replace('\'', '"').getBytes(StandardCharsets.UTF_8))
			.andExpect(status().isAccepted())
			.andExpect(jsonPath("$.effect").value(effect));
	}

	private ResultActions perform(String type, byte[] body) throws Exception {
		return this.mvc
			.perform(MockMvcRequestBuilders.post("/api/bounces").headers(operator()).contentType(type).content(body));
	}

	private static HttpHeaders operator() {
		HttpHeaders headers = new HttpHeaders();
		headers.setBasicAuth("operator", "test-operator");
		return headers;
	}

}
