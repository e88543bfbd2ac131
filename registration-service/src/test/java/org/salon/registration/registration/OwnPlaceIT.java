package org.salon.registration.registration;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import org.salon.events.DomainEvent;
import org.salon.events.delivery.DeliveryKind;
import org.salon.events.delivery.DeliveryOutcome;
import org.salon.events.link.LinkPurpose;
import org.salon.events.member.MemberPreferencesChanged;
import org.salon.events.member.MemberState;
import org.salon.events.member.Preferences;
import org.salon.events.registration.MemberRegistered;
import org.salon.events.registration.RegistrationState;
import org.salon.registration.MovableClock;
import org.salon.registration.Published;
import org.salon.registration.RegistrationServiceTest;
import org.salon.registration.Site;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

@RegistrationServiceTest
class OwnPlaceIT {

	@Autowired
	private Site site;

	@Autowired
	private Published published;

	@Autowired
	private MovableClock clock;

	@Autowired
	private JdbcClient jdbc;

	private Site.Browser browser;

	private int salon;

	private RegistrationState place;

	private String path;

	@BeforeEach
	void signUp() {
		this.browser = this.site.browser();
		this.salon = this.site
			.announced("\"joinText\": \"Group 77\", \"joinLinks\": [\"https://meet.example.org/77\"]");
		this.site.signUp(this.salon, "Owner", "own" + this.salon + "@example.org").expect(201);
		this.place = ((MemberRegistered) this.published.await("the registration", this::isOurs).data()).registration();
		this.path = "/registrations/" + Tokens.registration(this.place.registrationId());
	}

	@AfterEach
	void resetClock() {
		this.clock.reset();
	}

	@Test
	void showsHowToJoinFromOneHourBefore() {
		assertThat(this.browser.get(this.path).expect(200).text()).contains("Shown here from")
			.doesNotContain("Group 77", "/join/", "meet.example.org");
		this.clock.forward(Duration.ofDays(3).minusMinutes(59));
		assertThat(this.browser.get(this.path).text()).contains("Group 77", "href=\"/join/")
			.doesNotContain("Shown here from", "meet.example.org");
	}

	@Test
	void showsPictureFromOneHourBefore() {
		byte[] png = { (byte) 0x89, 'P', 'N', 'G', 0x0D, 0x0A, 0x1A, 0x0A, 1 };
		Site.Browser operator = this.site.browser().login();
		operator.get("/operator/salons/" + this.salon).expect(200);
		operator.upload("/operator/salons/" + this.salon + "/join-picture", "picture", png).expect(302);
		this.browser.get(this.path + "/join-picture").expect(404);
		this.clock.forward(Duration.ofDays(3).minusMinutes(59));
		assertThat(this.browser.get(this.path).text()).contains(this.path + "/join-picture");
		assertThat(this.browser.get(this.path + "/join-picture").expect(200).response().body()).isEqualTo(png);
	}

	@Test
	void showsHowToJoinPublicSalonAtOnce() {
		String details = Site.salon(this.salon, "\"joinText\": \"Group 78\", \"joinPublic\": true");
		this.site.operate("PUT", "/api/salons/" + this.salon, details).expect(200);
		assertThat(this.browser.get(this.path).text()).contains("Group 78").doesNotContain("Shown here from");
	}

	@Test
	void changesOwnDetailsAndTellsOfThem() {
		this.browser.get(this.path);
		this.browser
			.submit(this.path + "/details", Map.of("name", "New Name", "affiliation", "ZJU", "note", "Hello\nthere",
					"locale", "en", "zone", "Europe/Berlin"))
			.expect(302);
		Published.Event event = this.published.await("the change", changed(this.place.memberId()));
		MemberState member = ((MemberPreferencesChanged) event.data()).member();
		assertThat(event.version()).isEqualTo(2);
		assertThat(member.name()).isEqualTo("New Name");
		assertThat(member.locale()).isEqualTo("en");
		assertThat(member.zone()).isEqualTo(ZoneId.of("Europe/Berlin"));
		assertThat(member.preferences()).isEqualTo(Preferences.OF_AN_ATTENDEE);
		JsonNode attendee = this.site.attendees(this.salon).path("items").path(0);
		assertThat(attendee.path("name").asString("")).isEqualTo("New Name");
		assertThat(attendee.path("affiliation").asString("")).isEqualTo("ZJU");
		assertThat(this.browser.get(this.path + "?saved").text()).contains("Saved.", "In your time zone",
				"Europe/Berlin", "value=\"New Name\"");
		this.browser
			.submit(this.path + "/details",
					Map.of("name", "New Name", "affiliation", "Elsewhere", "locale", "en", "zone", "Europe/Berlin"))
			.expect(302);
		assertThat(memberVersion()).as("what no event tells of raises no version").isEqualTo(2);
	}

	@Test
	void keepsAnswersToQuestionsThatAreAskedNoMore() {
		this.jdbc.sql("update registration set answers = '{\"diet\": [\"none\"]}' where id = ?")
			.param(this.place.registrationId())
			.update();
		this.browser.get(this.path);
		this.browser.submit(this.path + "/details", Map.of("name", "Owner", "note", "new")).expect(302);
		assertThat(data().path("registrations").path(0).path("answers").path("diet").path(0).asString(""))
			.isEqualTo("none");
	}

	@Test
	void showsErrorsBesideFieldsAndLosesNothing() {
		this.browser.get(this.path);
		Site.Answer answer = this.browser.submit(this.path + "/details",
				Map.of("name", "https://spam.example", "note", "kept <b>", "zone", "Mars/Olympus"));
		assertThat(answer.expect(422).text()).contains("id=\"name-error\"", "value=\"https://spam.example\"",
				"kept &lt;b&gt;", "id=\"zone-error\"", "<details open");
		assertThat(memberVersion()).isEqualTo(1);
	}

	@Test
	void sendsLostMailAgainButNotTwiceInTenMinutes() {
		this.browser.get(this.path);
		assertThat(this.browser.submit(this.path + "/mail", Map.of()).header("Location")).endsWith("?mail=soon");
		assertThat(this.browser.get(this.path + "?mail=soon").text()).contains("Give it ten minutes");
		this.clock.forward(Duration.ofMinutes(10));
		assertThat(this.browser.submit(this.path + "/mail", Map.of()).header("Location")).endsWith("?mail=sent");
		assertThat(this.browser.submit(this.path + "/mail", Map.of()).header("Location")).endsWith("?mail=soon");
		Published.Event again = this.published.await("the mail asked for again",
				(event) -> isOurs(event) && ((MemberRegistered) event).registration().confirmationRevision() == 2);
		assertThat(again.version()).isEqualTo(2);
		this.clock.forward(Duration.ofDays(4));
		this.browser.submit(this.path + "/mail", Map.of()).expect(409);
	}

	@Test
	void saysWhyEachMailCame() {
		for (DeliveryKind kind : DeliveryKind.values()) {
			outcome(kind, DeliveryOutcome.SENT);
		}
		assertThat(this.browser.get(this.path).expect(200).text()).contains("because you signed up on",
				"because the organiser moved the salon on", "because a seat came free for you on");
		assertThat(this.site.browser().speaking("zh-CN").get(this.path).expect(200).text()).contains("因为您于", "因为主办方于");
	}

	@Test
	void leavesOutRemindersThatWereNotMeantToCome() {
		outcome(DeliveryKind.CONFIRMATION, DeliveryOutcome.SUPPRESSED);
		outcome(DeliveryKind.REMINDER, DeliveryOutcome.SUPPRESSED);
		outcome(DeliveryKind.REMINDER, DeliveryOutcome.CANCELLED);
		assertThat(this.browser.get(this.path).expect(200).text()).contains("because you signed up on")
			.doesNotContain("because you hold a place");
		outcome(DeliveryKind.REMINDER, DeliveryOutcome.EXPIRED);
		assertThat(this.browser.get(this.path).expect(200).text()).contains("because you hold a place");
	}

	@Test
	void showsUntilWhenPendingPlaceWaits() {
		this.jdbc.sql("update registration set status = 'PENDING', confirm_by = ? where id = ?")
			.params(OffsetDateTime.of(2026, 1, 2, 3, 4, 0, 0, ZoneOffset.UTC), this.place.registrationId())
			.update();
		assertThat(this.browser.get(this.path).expect(200).text()).contains(this.path + "/confirm",
				"Friday, 2 January 2026 11:04 (Asia/Shanghai, UTC+8)");
	}

	@Test
	void handsOutAllDataOfPersonAndNobodyElse() {
		this.site.signUp(this.salon, "Other", "other" + this.salon + "@example.org").expect(201);
		this.jdbc.sql(
				"insert into feedback (registration_id, salon_number, stars, liked, given_at) values (?, ?, 5, ?, now())")
			.params(this.place.registrationId(), this.salon, "the talk")
			.update();
		outcome(DeliveryKind.CONFIRMATION, DeliveryOutcome.SENT);
		Site.Answer answer = this.site.get(this.path + "/data.json").expect(200);
		assertThat(answer.header("Content-Disposition")).startsWith("attachment");
		assertThat(answer.header("Cache-Control")).contains("no-store");
		assertThat(answer.text()).doesNotContain("other" + this.salon);
		JsonNode data = answer.json();
		assertThat(data.path("member").path("email").asString("")).isEqualTo("own" + this.salon + "@example.org");
		JsonNode registration = data.path("registrations").path(0);
		assertThat(registration.path("salonNumber").asInt(0)).isEqualTo(this.salon);
		assertThat(registration.path("feedback").path("liked").asString("")).isEqualTo("the talk");
		assertThat(data.path("deliveries").path(0).path("kind").asString("")).isEqualTo("CONFIRMATION");
		String preferences = "/preferences/" + Tokens.sign(LinkPurpose.PREFERENCES, this.place.memberId(), 30);
		assertThat(this.site.get(preferences + "/data.json").expect(200).json()).isEqualTo(data);
	}

	@Test
	void choosesLanguageAndZoneWithPreferences() {
		String preferences = "/preferences/" + Tokens.sign(LinkPurpose.PREFERENCES, this.place.memberId(), 30);
		assertThat(this.browser.get(preferences).expect(200).text()).contains("Owner, send me", "data.json", "/erase");
		this.browser.submit(preferences, Map.of("announcements", "true", "locale", "en", "zone", "America/New_York"))
			.expect(302);
		MemberState member = ((MemberPreferencesChanged) this.published
			.await("the choice", changed(this.place.memberId()))
			.data()).member();
		assertThat(member.preferences()).isEqualTo(new Preferences(true, false, false));
		assertThat(member.zone()).isEqualTo(ZoneId.of("America/New_York"));
		this.browser.submit(preferences, Map.of("zone", "nowhere")).expect(422);
		assertThat(this.site.browser().speaking("zh-CN").get(preferences).text()).contains("邮件设置");
	}

	private void outcome(DeliveryKind kind, DeliveryOutcome outcome) {
		this.jdbc
			.sql("""
					insert into delivery_outcome (delivery_id, version, member_id, registration_id, salon_number, kind, channel,
						occurrence, outcome, due_at, occurred_at)
					values (gen_random_uuid(), 1, ?, ?, ?, ?, 'mail', '1', ?, now(), now())""")
			.params(this.place.memberId(), this.place.registrationId(), this.salon, kind.name(), outcome.name())
			.update();
	}

	private JsonNode data() {
		return this.site.get(this.path + "/data.json").expect(200).json();
	}

	private long memberVersion() {
		return this.jdbc.sql("select version from member where id = ?")
			.param(this.place.memberId())
			.query(Long.class)
			.single();
	}

	private boolean isOurs(DomainEvent event) {
		return event instanceof MemberRegistered registered && registered.registration().salonNumber() == this.salon;
	}

	private static Predicate<DomainEvent> changed(UUID member) {
		return (event) -> event instanceof MemberPreferencesChanged changed
				&& changed.member().memberId().equals(member);
	}

}
