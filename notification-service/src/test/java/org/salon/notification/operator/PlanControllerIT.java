package org.salon.notification.operator;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.salon.events.member.MemberErased;
import org.salon.events.member.MemberPreferencesChanged;
import org.salon.events.member.MemberSubscribed;
import org.salon.events.member.Preferences;
import org.salon.events.registration.MemberRegistered;
import org.salon.events.salon.SalonAnnounced;
import org.salon.notification.Fixtures;
import org.salon.notification.NotificationTest;
import org.salon.notification.World;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasSize;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

/** What would be sent, without sending it. */
@NotificationTest
class PlanControllerIT {

	private static final String NO_TIME = "there was no time left for it when it became known";

	@Autowired
	private MockMvc mvc;

	@Autowired
	private World world;

	private final int number = Fixtures.number();

	private final UUID member = UUID.randomUUID();

	private final UUID other = UUID.randomUUID();

	@Test
	void saysWhatIsToComeAndWhatWasSent() throws Exception {
		Instant start = announced();
		registered(this.member);
		plan("").andExpect(status().isOk())
			.andExpect(jsonPath("$.reminders", contains("PT24H", "PT1H")))
			.andExpect(jsonPath(line("CONFIRMATION", null) + ".sent", contains(1)))
			.andExpect(jsonPath(line("CONFIRMATION", null) + ".toSend", contains(0)))
			.andExpect(jsonPath(line("REMINDER", "PT24H") + ".toSend", contains(1)))
			.andExpect(jsonPath(line("REMINDER", "PT24H") + ".dueAt", contains(start.minus(Duration.ofHours(24)) + "")))
			.andExpect(
					jsonPath(line("REMINDER", "PT1H") + ".notAfter", contains(start.minus(Duration.ofMinutes(1)) + "")))
			.andExpect(jsonPath("$.deliveries[?(@.kind == 'REMINDER')]", hasSize(2)))
			.andExpect(jsonPath("$.posts", empty()));
	}

	@Test
	void saysWhatOtherRemindersWouldDoAndChangesNothing() throws Exception {
		announced();
		registered(this.member);
		List<String> before = this.world.ledger(this.member);
		plan("?reminders=PT24H,PT2H").andExpect(jsonPath("$.reminders", contains("PT24H", "PT2H")))
			.andExpect(jsonPath(line("REMINDER", "PT24H") + ".toSend", contains(1)))
			.andExpect(jsonPath(line("REMINDER", "PT2H") + ".toSend", contains(1)))
			.andExpect(jsonPath(line("REMINDER", "PT1H") + ".toSend", contains(0)))
			.andExpect(jsonPath(line("REMINDER", "PT1H") + ".calledOff", contains(1)));
		plan("?reminders=").andExpect(jsonPath("$.reminders", empty()))
			.andExpect(jsonPath("$.forecast[?(@.calledOff == 1)]", hasSize(2)));
		assertThat(this.world.ledger(this.member)).isEqualTo(before);
		assertThat(this.world.subjects(this.member)).hasSize(1);
	}

	@Test
	void saysWhatWouldBeTooLateAtAnotherMoment() throws Exception {
		Instant start = announced();
		registered(this.member);
		plan("?at=" + start.minus(Duration.ofMinutes(90))).andExpect(status().isOk())
			.andExpect(jsonPath(line("REMINDER", "PT24H") + ".notSent[*].state", contains("EXPIRED")))
			.andExpect(jsonPath(line("REMINDER", "PT24H") + ".notSent[*].reason", contains(NO_TIME)))
			.andExpect(jsonPath(line("REMINDER", "PT1H") + ".toSend", contains(1)));
		plan("?at=" + start).andExpect(jsonPath("$.forecast[?(@.toSend > 0)]", empty()));
		this.world.awaitLedger(this.member, "REMINDER PLANNED", "REMINDER PLANNED");
	}

	@Test
	void saysWhoGetsNoneAndWhy() throws Exception {
		announced();
		registered(this.member);
		registered(this.other);
		MemberPreferencesChanged none = new MemberPreferencesChanged(Fixtures.member(this.other, Preferences.NONE));
		this.world.tell(none, 1);
		this.world.awaitHandled(none, 1);
		this.world.jdbc()
			.sql("INSERT INTO suppression VALUES (?, 'no such address', now())")
			.param(Fixtures.address(this.member))
			.update();
		plan("").andExpect(jsonPath(line("REMINDER", "PT1H") + ".toSend", contains(0)))
			.andExpect(jsonPath(line("REMINDER", "PT1H") + ".notSent[*].reason",
					contains("the address takes no mail", "the person wants no reminders")))
			.andExpect(jsonPath(line("REMINDER", "PT1H") + ".notSent[*].recipients", contains(1, 1)));
	}

	@Test
	void countsAnnouncements() throws Exception {
		MemberSubscribed subscribed = new MemberSubscribed(
				Fixtures.member(this.member, new Preferences(true, true, true)));
		this.world.tell(subscribed, 1);
		this.world.awaitHandled(subscribed, 1);
		Instant start = announced();
		this.world.awaitLedger(this.member, "ANNOUNCEMENT SENT");
		plan("").andExpect(jsonPath(line("ANNOUNCEMENT", null) + ".sent", contains(1)));
		this.world.jdbc()
			.sql("UPDATE delivery SET state = 'PLANNED', closed_by = NULL, attempt_at = ? WHERE member_id = ?")
			.params(java.sql.Timestamp.from(start), this.member)
			.update();
		plan("").andExpect(jsonPath(line("ANNOUNCEMENT", null) + ".toSend", contains(1)))
			.andExpect(jsonPath(line("ANNOUNCEMENT", null) + ".notAfter", contains(start + "")));
		plan("?at=" + start).andExpect(jsonPath(line("ANNOUNCEMENT", null) + ".toSend", contains(0)))
			.andExpect(jsonPath(line("ANNOUNCEMENT", null) + ".notSent[*].state", contains("EXPIRED")));
		MemberErased erased = new MemberErased(this.member);
		this.world.tell(erased, 2);
		this.world.awaitHandled(erased, 2);
		plan("").andExpect(jsonPath(line("ANNOUNCEMENT", null), empty()));
	}

	@Test
	void refusesWhatCannotBe() throws Exception {
		announced();
		plan("?at=soon&reminders=often").andExpect(status().isUnprocessableContent())
			.andExpect(jsonPath("$.errors[*].field", contains("at", "reminders")));
		this.mvc.perform(asOperator("/api/plans/0")).andExpect(status().isUnprocessableContent());
		this.mvc.perform(asOperator("/api/plans/999999")).andExpect(status().isNotFound());
		this.mvc.perform(get("/api/plans/" + this.number)).andExpect(status().isUnauthorized());
	}

	private Instant announced() {
		Instant start = this.world.now().truncatedTo(ChronoUnit.SECONDS).plus(Duration.ofDays(3));
		SalonAnnounced announced = new SalonAnnounced(Fixtures.salon(this.number, start));
		this.world.tell(announced, 1);
		this.world.awaitHandled(announced, 1);
		return start;
	}

	private void registered(UUID person) {
		MemberRegistered registered = Fixtures.registered(this.number, person, this.world.now());
		this.world.tell(registered, 1);
		this.world.awaitLedger(person, "CONFIRMATION SENT", "REMINDER PLANNED", "REMINDER PLANNED");
	}

	private ResultActions plan(String query) throws Exception {
		return this.mvc.perform(asOperator("/api/plans/" + this.number + query));
	}

	private static String line(String kind, String reminder) {
		return "$.forecast[?(@.kind == '" + kind + "'"
				+ ((reminder != null) ? " && @.reminder == '" + reminder + "'" : "") + ")]";
	}

	private static org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder asOperator(String path) {
		return get(path).header("Authorization",
				"Basic " + HttpHeaders.encodeBasicAuth("operator", "test-operator", StandardCharsets.UTF_8));
	}

}
