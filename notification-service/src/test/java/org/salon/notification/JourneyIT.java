package org.salon.notification;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import org.junit.jupiter.api.Test;
import org.salon.events.member.MemberErased;
import org.salon.events.member.MemberPreferencesChanged;
import org.salon.events.member.MemberState;
import org.salon.events.member.Preferences;
import org.salon.events.registration.MemberRegistered;
import org.salon.events.registration.RegistrationCancelled;
import org.salon.events.registration.RegistrationState;
import org.salon.events.registration.RegistrationStatus;
import org.salon.events.registration.WaitlistPromoted;
import org.salon.events.salon.Amendment;
import org.salon.events.salon.ReplayPublished;
import org.salon.events.salon.SalonAnnounced;
import org.salon.events.salon.SalonArchived;
import org.salon.events.salon.SalonCancelled;
import org.salon.events.salon.SalonChanged;
import org.salon.events.salon.SalonRescheduled;
import org.salon.events.salon.SalonState;
import org.salon.events.salon.SalonStatus;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

@NotificationTest
class JourneyIT {

	@Autowired
	private World world;

	@Autowired
	private MovableClock clock;

	private final int number = Fixtures.number();

	private final UUID member = UUID.randomUUID();

	@Test
	void confirmsARegistrationByMailWithinASecondOrSo() throws Exception {
		announce(Duration.ofDays(3));
		this.world.tell(Fixtures.registered(this.number, this.member, this.world.now()), 1);
		MimeMessage mail = this.world.awaitMail(this.member, "报名成功");
		assertThat(mail.getContentType()).startsWith("multipart/mixed");
		this.world.awaitLedger(this.member, "CONFIRMATION SENT", "REMINDER PLANNED");
		assertThat(mail.getMessageID()).contains(this.world.row(this.member, "CONFIRMATION").get("id").toString());
		assertThat(outcomes("CONFIRMATION")).containsExactly("SENT");
	}

	@Test
	void doesNotCareWhichComesFirst() {
		this.world.tell(Fixtures.registered(this.number, this.member, this.world.now()), 1);
		this.world.awaitHandled(Fixtures.registered(this.number, this.member, this.world.now()), 1);
		assertThat(this.world.ledger(this.member)).isEmpty();
		announce(Duration.ofDays(3));
		this.world.awaitMail(this.member, "报名成功");
	}

	@Test
	void sendsNothingForADuplicateOrAReplayOfTheLog() {
		SalonAnnounced announced = announce(Duration.ofDays(3));
		MemberRegistered registered = Fixtures.registered(this.number, this.member, this.world.now());
		UUID id = this.world.tell(registered, 1);
		this.world.awaitLedger(this.member, "CONFIRMATION SENT");
		this.world.tell(announced, 1);
		this.world.tell(id, registered, 1);
		this.world.tell(UUID.randomUUID(), registered, 1);
		MemberRegistered again = new MemberRegistered(
				Fixtures.with(registered.registration(), RegistrationStatus.REGISTERED, 2, 0));
		this.world.tell(again, 2);
		this.world.awaitHandled(again, 2);
		this.world.awaitLedger(this.member, "CONFIRMATION SENT", "CONFIRMATION SENT");
		assertThat(this.world.subjects(this.member)).hasSize(2);
	}

	@Test
	void remindsInTimeAndOnce() {
		Instant start = announce(Duration.ofDays(2)).salon().startsAt();
		this.world.tell(Fixtures.registered(this.number, this.member, this.world.now()), 1);
		this.world.awaitLedger(this.member, "CONFIRMATION SENT", "REMINDER PLANNED", "REMINDER PLANNED");
		this.clock.moveTo(start.minus(Duration.ofHours(24)).plusSeconds(1));
		this.world.awaitMail(this.member, "24小时后开始");
		this.clock.moveTo(start.minus(Duration.ofHours(1)).plusSeconds(1));
		this.world.awaitMail(this.member, "60分钟后开始");
		this.world.awaitLedger(this.member, "REMINDER SENT", "REMINDER SENT");
		assertThat(this.world.subjects(this.member)).hasSize(3);
	}

	@Test
	void suppressesAReminderThatIsPastAndSaysSo() {
		announce(Duration.ofHours(5));
		this.world.tell(Fixtures.registered(this.number, this.member, this.world.now()), 1);
		this.world.awaitLedger(this.member, "CONFIRMATION SENT", "REMINDER SUPPRESSED", "REMINDER PLANNED");
		assertThat(this.world.row(this.member, "REMINDER").get("reason")).asString().contains("had passed");
	}

	@Test
	void expiresAReminderWhoseWindowWasMissed() {
		Instant start = announce(Duration.ofDays(2)).salon().startsAt();
		this.world.tell(Fixtures.registered(this.number, this.member, this.world.now()), 1);
		this.world.awaitLedger(this.member, "CONFIRMATION SENT");
		this.clock.moveTo(start.minusSeconds(30));
		this.world.awaitLedger(this.member, "REMINDER EXPIRED", "REMINDER EXPIRED");
		assertThat(this.world.subjects(this.member)).hasSize(1);
		assertThat(outcomes("REMINDER")).containsExactly("EXPIRED", "EXPIRED");
	}

	@Test
	void tellsOfAMoveWithTheSameEntryAndAHigherSequence() throws Exception {
		SalonAnnounced announced = announce(Duration.ofDays(3));
		this.world.tell(Fixtures.registered(this.number, this.member, this.world.now()), 1);
		String first = calendar(this.world.awaitMail(this.member, "报名成功"));
		this.world.awaitLedger(this.member, "CONFIRMATION SENT");
		Instant later = announced.salon().startsAt().plus(Duration.ofDays(1));
		this.world.tell(new SalonRescheduled(state(later, SalonStatus.ANNOUNCED, 1), announced.salon().startsAt(),
				announced.salon().endsAt()), 2);
		String second = calendar(this.world.awaitMail(this.member, "时间变更"));
		assertThat(line(second, "UID")).isEqualTo(line(first, "UID"));
		assertThat(line(first, "SEQUENCE")).isEqualTo("SEQUENCE:0");
		assertThat(line(second, "SEQUENCE")).isEqualTo("SEQUENCE:1");
		this.world.awaitLedger(this.member, "RESCHEDULED SENT", "REMINDER CANCELLED", "REMINDER CANCELLED",
				"REMINDER PLANNED", "REMINDER PLANNED");
	}

	@Test
	void tellsOfACancellationAlsoThoseInLine() throws Exception {
		announce(Duration.ofDays(3));
		UUID waiting = UUID.randomUUID();
		this.world.tell(Fixtures.registered(this.number, this.member, this.world.now()), 1);
		this.world.tell(
				new MemberRegistered(
						Fixtures.registration(this.number, waiting, RegistrationStatus.WAITLISTED, this.world.now())),
				1);
		this.world.awaitLedger(this.member, "CONFIRMATION SENT");
		this.world.awaitLedger(waiting, "WAITLISTED SENT");
		this.world.tell(new SalonCancelled(state(this.world.now().plus(Duration.ofDays(3)), SalonStatus.CANCELLED, 1)),
				2);
		assertThat(calendar(this.world.awaitMail(this.member, "已取消"))).contains("METHOD:CANCEL")
			.contains("STATUS:CANCELLED");
		assertThat(this.world.awaitMail(waiting, "已取消").getContentType()).startsWith("multipart/alternative");
		this.world.awaitLedger(this.member, "CANCELLED SENT", "REMINDER CANCELLED", "REMINDER CANCELLED");
	}

	@Test
	void followsAChangeOfMind() throws Exception {
		announce(Duration.ofDays(3));
		RegistrationState place = Fixtures.registration(this.number, this.member, RegistrationStatus.WAITLISTED,
				this.world.now());
		this.world.tell(new MemberRegistered(place), 1);
		this.world.awaitLedger(this.member, "WAITLISTED SENT");
		this.world.tell(new WaitlistPromoted(Fixtures.with(place, RegistrationStatus.REGISTERED, 1, 1)), 2);
		assertThat(calendar(this.world.awaitMail(this.member, "候补成功"))).contains("SEQUENCE:1");
		this.world.awaitLedger(this.member, "PROMOTED SENT", "REMINDER PLANNED");
		this.world.tell(new RegistrationCancelled(Fixtures.with(place, RegistrationStatus.CANCELLED, 1, 2)), 3);
		assertThat(calendar(this.world.awaitMail(this.member, "报名已取消"))).contains("METHOD:CANCEL")
			.contains("SEQUENCE:2");
		this.world.awaitLedger(this.member, "WITHDRAWN SENT", "REMINDER CANCELLED", "REMINDER CANCELLED");
		this.world.tell(new MemberRegistered(Fixtures.with(place, RegistrationStatus.REGISTERED, 2, 3)), 4);
		assertThat(calendar(this.world.awaitMail(this.member, "报名成功"))).contains("SEQUENCE:3");
		this.world.awaitLedger(this.member, "CONFIRMATION SENT", "REMINDER PLANNED", "REMINDER PLANNED");
	}

	@Test
	void mailsTheReplayOnceAndHistoryNever() {
		Instant start = announce(Duration.ofDays(3)).salon().startsAt();
		this.world.tell(Fixtures.registered(this.number, this.member, this.world.now()), 1);
		this.world.awaitLedger(this.member, "CONFIRMATION SENT");
		this.world.tell(new SalonArchived(Fixtures.salon(Fixtures.number(), start)), 1);
		this.world.tell(new ReplayPublished(state(start, SalonStatus.ANNOUNCED, 0), false), 2);
		this.world.awaitMail(this.member, "回放与资料");
		ReplayPublished correction = new ReplayPublished(state(start, SalonStatus.ANNOUNCED, 0), true);
		this.world.tell(correction, 3);
		this.world.awaitHandled(correction, 3);
		this.world.awaitLedger(this.member, "REPLAY SENT");
		assertThat(this.world.subjects(this.member)).hasSize(2);
	}

	@Test
	void tellsNobodyOfACorrectionUnlessItIsWished() {
		SalonAnnounced announced = announce(Duration.ofDays(3));
		Instant start = announced.salon().startsAt();
		this.world.tell(Fixtures.registered(this.number, this.member, this.world.now()), 1);
		this.world.awaitLedger(this.member, "CONFIRMATION SENT");
		this.clock.moveTo(announced.salon().endsAt().plusSeconds(1));
		this.world.awaitLedger(this.member, "REMINDER EXPIRED", "REMINDER EXPIRED");
		this.world.tell(new ReplayPublished(state(start, SalonStatus.HELD, 0), false), 2);
		this.world.awaitLedger(this.member, "REPLAY SENT");
		List<String> before = this.world.ledger(this.member);
		Amendment amendment = new Amendment(List.of("title", "date"), "a wrong day");
		SalonState mended = Fixtures.salon(this.number, start.minus(Duration.ofDays(1)), "Other", SalonStatus.HELD, 1);
		this.world.tell(new SalonRescheduled(mended, start, announced.salon().endsAt(), amendment), 3);
		this.world.tell(new SalonChanged(mended, List.of("speakers"), amendment), 4);
		ReplayPublished silent = new ReplayPublished(mended, true, amendment);
		this.world.tell(silent, 5);
		this.world.awaitHandled(silent, 5);
		assertThat(this.world.ledger(this.member)).isEqualTo(before);
		ReplayPublished wished = new ReplayPublished(mended, false, amendment);
		UUID id = this.world.tell(wished, 6);
		this.world.awaitLedger(this.member, "REPLAY SENT", "REPLAY SENT");
		this.world.tell(id, wished, 6);
		this.world.tell(UUID.randomUUID(), wished, 6);
		ReplayPublished last = new ReplayPublished(mended, true, amendment);
		this.world.tell(last, 7);
		this.world.awaitHandled(last, 7);
		assertThat(this.world.subjects(this.member)).hasSize(3);
		assertThat(this.world.ledger(this.member)).hasSize(before.size() + 1);
	}

	@Test
	void respectsWhatThePersonWants() {
		announce(Duration.ofDays(3));
		this.world.tell(Fixtures.registered(this.number, this.member, this.world.now()), 1);
		this.world.awaitLedger(this.member, "CONFIRMATION SENT", "REMINDER PLANNED");
		this.world.tell(preferences(Preferences.NONE), 1);
		this.world.awaitLedger(this.member, "REMINDER SUPPRESSED", "REMINDER SUPPRESSED");
		this.world.tell(preferences(Preferences.OF_AN_ATTENDEE), 2);
		this.world.awaitLedger(this.member, "REMINDER PLANNED", "REMINDER PLANNED");
	}

	@Test
	void forgetsAPersonAtOnce() {
		announce(Duration.ofDays(3));
		this.world.tell(Fixtures.registered(this.number, this.member, this.world.now()), 1);
		this.world.awaitLedger(this.member, "CONFIRMATION SENT", "REMINDER PLANNED");
		this.world.tell(new MemberErased(this.member), 1);
		this.world.awaitLedger(this.member, "CONFIRMATION SENT", "REMINDER CANCELLED", "REMINDER CANCELLED");
		for (String table : List.of("member", "registration", "delivery", "suppression")) {
			assertThat(this.world.jdbc()
				.sql("SELECT count(*) FROM " + table + " t WHERE t::text LIKE ?")
				.param("%" + Fixtures.address(this.member) + "%")
				.query(Long.class)
				.single()).as(table).isZero();
		}
		assertThat(this.world.jdbc()
			.sql("SELECT count(*) FROM member WHERE id = ?")
			.param(this.member)
			.query(Long.class)
			.single()).isZero();
	}

	private SalonAnnounced announce(Duration ahead) {
		SalonAnnounced announced = new SalonAnnounced(state(this.world.now().plus(ahead), SalonStatus.ANNOUNCED, 0));
		this.world.tell(announced, 1);
		return announced;
	}

	private SalonState state(Instant start, SalonStatus status, int calendarRevision) {
		return Fixtures.salon(this.number, start, "Non-IID 数据集", status, calendarRevision);
	}

	private MemberPreferencesChanged preferences(Preferences preferences) {
		return new MemberPreferencesChanged(
				new MemberState(this.member, "李雷", Fixtures.address(this.member), "zh-CN", preferences, 0, null));
	}

	private List<String> outcomes(String kind) {
		return this.world.jdbc()
			.sql("SELECT convert_from(data, 'UTF8')::jsonb -> 'delivery' ->> 'outcome' FROM messaging.outbox"
					+ " WHERE record_key = ? AND convert_from(data, 'UTF8')::jsonb -> 'delivery' ->> 'kind' = ? ORDER BY id")
			.param(this.member.toString())
			.param(kind)
			.query(String.class)
			.list();
	}

	private static String calendar(MimeMessage mail) throws Exception {
		MimeMultipart alternative = (MimeMultipart) ((MimeMultipart) mail.getContent()).getBodyPart(0).getContent();
		return new String(alternative.getBodyPart(2).getInputStream().readAllBytes(), "UTF-8");
	}

	private static String line(String calendar, String property) {
		return calendar.lines().filter((line) -> line.startsWith(property + ":")).findFirst().orElseThrow();
	}

}
