package org.salon.notification.desk;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.salon.events.registration.MemberRegistered;
import org.salon.events.salon.SalonAnnounced;
import org.salon.notification.Fixtures;
import org.salon.notification.NotificationTest;
import org.salon.notification.World;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.stringContainsInOrder;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

/** What would be sent because of a salon, as a page. */
@NotificationTest
class PlanPageIT {

	@Autowired
	private MockMvc mvc;

	@Autowired
	private World world;

	private final int number = Fixtures.number();

	private final UUID member = UUID.randomUUID();

	private Instant start;

	private Desk desk;

	@BeforeEach
	void register() {
		this.desk = new Desk(this.mvc);
		this.start = this.world.now().truncatedTo(ChronoUnit.HOURS).plus(Duration.ofDays(3));
		this.world.tell(new SalonAnnounced(Fixtures.salon(this.number, this.start)), 1);
		MemberRegistered registered = Fixtures.registered(this.number, this.member, this.world.now());
		this.world.tell(registered, 1);
		this.world.awaitLedger(this.member, "CONFIRMATION SENT", "REMINDER PLANNED", "REMINDER PLANNED");
	}

	@Test
	void tellsInOrderWhatWasSentAndWhatIsToCome() throws Exception {
		this.desk.open("/plans/" + this.number)
			.andExpect(status().isOk())
			.andExpect(content().string(stringContainsInOrder("Confirmation of a place", "sent to 1 person", "Now:",
					"Reminder", "1 day before", "will go to 1 person", "Reminder", "1 hour before")))
			.andExpect(content().string(containsString("http://localhost:8080/operator/salons/" + this.number)));
	}

	@Test
	void speaksChinese() throws Exception {
		this.desk.open("/plans/" + this.number + "?lang=zh-CN")
			.andExpect(content().string(stringContainsInOrder("lang=\"zh-CN\"", "报名确认", "已发送给 1 人", "开始前 1 天")));
	}

	@Test
	void showsAnotherMomentInTheZoneOfTheSalonAndOtherReminders() throws Exception {
		List<String> before = this.world.ledger(this.member);
		LocalDateTime late = LocalDateTime.ofInstant(this.start.minus(Duration.ofMinutes(90)),
				ZoneId.of("Asia/Shanghai"));
		this.desk.open("/plans/" + this.number + "?at={at}&reminders={r}", late, "24h, 30m，2小时")
			.andExpect(status().isOk())
			.andExpect(
					content().string(stringContainsInOrder("1 day before", "not to 1 person", "there was no time left",
							"2 hours before", "As if it were:", "30 minutes before", "will go to 1 person")))
			.andExpect(content().string(containsString("would be called off for 1 person")))
			.andExpect(content().string(containsString("value=\"" + late + "\"")));
		this.desk.open("/plans/" + this.number + "?reminders=-")
			.andExpect(content().string(not(containsString("will go to"))));
		assertThat(this.world.ledger(this.member)).isEqualTo(before);
	}

	@ParameterizedTest
	@CsvSource({ "PT0.5S, PT0.5S before", "PT36H, 1 day 12 hours before", "'2天、1小时', 2 days before" })
	void readsRemindersAsTheyAreWritten(String typed, String said) throws Exception {
		this.desk.open("/plans/" + this.number + "?reminders={r}", typed)
			.andExpect(status().isOk())
			.andExpect(content().string(containsString(said)));
	}

	@ParameterizedTest
	@CsvSource({ "at, soon", "at, 1999-01-01T00:00", "reminders, often", "reminders, 61d", "reminders, 0m",
			"reminders, '1h,,2h'", "reminders, '1h\r\n2h'", "at, '<script>alert(1)</script>'" })
	void saysBesideTheFieldWhatIsWrongAndKeepsWhatWasTyped(String field, String value) throws Exception {
		String escaped = value.replace("<", "&lt;").replace(">", "&gt;");
		this.desk.open("/plans/" + this.number + "?" + field + "={v}", value)
			.andExpect(status().isUnprocessableContent())
			.andExpect(content().string(allOf(containsString("id=\"" + field + "-error\""),
					containsString("aria-describedby=\"" + field + "-error\""),
					containsString("value=\"" + escaped + "\""), containsString("What you see is as things are now"),
					not(containsString("<script>alert")))));
	}

	@ParameterizedTest
	@ValueSource(strings = { "/plans/999999", "/plans/0", "/plans/x", "/plans/99999999999", "/plans?salon=", "/plans",
			"/plans?salon=-1", "/nothing" })
	void saysAsAPageWhatIsNotThere(String path) throws Exception {
		this.desk.open(path)
			.andExpect(status().isNotFound())
			.andExpect(content().string(containsString("There is no such page")));
	}

	@Test
	void leadsToASalonByItsNumber() throws Exception {
		this.desk.open("/plans?salon= 44").andExpect(redirectedUrl("/operator/mail/plans/44"));
	}

	@Test
	void letsABrowserLoadNothingFromElsewhereAndKeepNothing() throws Exception {
		this.desk.open("/plans/" + this.number)
			.andExpect(header().string("Content-Security-Policy", ContentPolicy.PAGE))
			.andExpect(header().string("Cache-Control", "no-store"));
		assertThat(ContentPolicy.PAGE).startsWith("default-src 'none'").doesNotContain("unsafe");
		this.mvc.perform(get("/operator/mail/plans/" + this.number)).andExpect(status().isUnauthorized());
	}

}
