package org.salon.notification;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import org.junit.jupiter.api.Test;
import org.salon.events.registration.AttendanceRecorded;
import org.salon.events.registration.MemberRegistered;
import org.salon.events.registration.RegistrationCancelled;
import org.salon.events.registration.RegistrationConfirmed;
import org.salon.events.registration.RegistrationState;
import org.salon.events.registration.RegistrationStatus;
import org.salon.events.registration.WaitlistPromoted;
import org.salon.events.salon.ReplayPublished;
import org.salon.events.salon.SalonAnnounced;
import org.salon.events.salon.SalonChanged;
import org.salon.events.salon.SalonState;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/** Places that wait for an answer, and what follows from having been there. */
@NotificationTest
class ConfirmationIT {

	@Autowired
	private World world;

	@Autowired
	private MovableClock clock;

	private final int number = Fixtures.number();

	private final UUID member = UUID.randomUUID();

	@Test
	void checksTheAddressAndThenConfirmsWithTheCalendarEntry() throws Exception {
		announce();
		RegistrationState place = place(RegistrationStatus.PENDING);
		this.world.tell(new MemberRegistered(pending(place)), 1);
		MimeMessage check = this.world.awaitMail(this.member, "请确认报名");
		assertThat(check.getContentType()).startsWith("multipart/alternative");
		this.world.awaitLedger(this.member, "ADDRESS_CHECK SENT");
		assertThat(this.world.ledger(this.member)).hasSize(1);
		this.world.tell(new RegistrationConfirmed(Fixtures.with(place, RegistrationStatus.REGISTERED, 1, 1)), 2);
		MimeMessage confirmation = this.world.awaitMail(this.member, "报名成功");
		assertThat(confirmation.getContentType()).startsWith("multipart/mixed");
		MimeMultipart alternative = (MimeMultipart) ((MimeMultipart) confirmation.getContent()).getBodyPart(0)
			.getContent();
		assertThat(new String(alternative.getBodyPart(2).getInputStream().readAllBytes(), "UTF-8"))
			.contains("METHOD:REQUEST");
		this.world.awaitLedger(this.member, "CONFIRMATION SENT", "REMINDER PLANNED", "REMINDER PLANNED");
	}

	@Test
	void checksTheAddressWhicheverComesFirstAndSaysNothingWhenItLapses() {
		RegistrationState place = place(RegistrationStatus.PENDING);
		MemberRegistered registered = new MemberRegistered(pending(place));
		this.world.tell(registered, 1);
		this.world.awaitHandled(registered, 1);
		announce();
		this.world.awaitLedger(this.member, "ADDRESS_CHECK SENT");
		RegistrationCancelled lapsed = new RegistrationCancelled(
				Fixtures.with(place, RegistrationStatus.CANCELLED, 1, 0));
		this.world.tell(lapsed, 2);
		this.world.awaitHandled(lapsed, 2);
		assertThat(this.world.ledger(this.member)).containsExactly("ADDRESS_CHECK SENT");
	}

	@Test
	void offersASeatAndSaysWhenItIsGone() throws Exception {
		announce();
		RegistrationState place = place(RegistrationStatus.WAITLISTED);
		this.world.tell(new MemberRegistered(place), 1);
		this.world.awaitLedger(this.member, "WAITLISTED SENT");
		this.world.tell(new WaitlistPromoted(pending(Fixtures.with(place, RegistrationStatus.PENDING, 1, 0))), 2);
		assertThat(this.world.awaitMail(this.member, "有空位了").getHeader("List-Unsubscribe")).isNull();
		this.world.awaitLedger(this.member, "SEAT_OFFERED SENT");
		this.world.tell(new RegistrationCancelled(Fixtures.with(place, RegistrationStatus.CANCELLED, 1, 0)), 3);
		assertThat(this.world.awaitMail(this.member, "名额已让给下一位").getContentType()).startsWith("multipart/alternative");
		this.world.awaitLedger(this.member, "WITHDRAWN SENT");
	}

	@Test
	void confirmsAnAcceptedSeat() {
		announce();
		RegistrationState place = place(RegistrationStatus.WAITLISTED);
		this.world.tell(new MemberRegistered(place), 1);
		this.world.tell(new WaitlistPromoted(pending(Fixtures.with(place, RegistrationStatus.PENDING, 1, 0))), 2);
		this.world.awaitLedger(this.member, "SEAT_OFFERED SENT");
		this.world.tell(new RegistrationConfirmed(Fixtures.with(place, RegistrationStatus.REGISTERED, 1, 1)), 3);
		this.world.awaitMail(this.member, "报名成功");
		this.world.awaitLedger(this.member, "CONFIRMATION SENT", "REMINDER PLANNED");
	}

	@Test
	void mailsNobodyBecauseOfAnotherMeetingAddress() {
		SalonState state = announce();
		this.world.tell(new MemberRegistered(place(RegistrationStatus.REGISTERED)), 1);
		this.world.awaitLedger(this.member, "CONFIRMATION SENT");
		SalonChanged elsewhere = new SalonChanged(Fixtures.joinedBy(state, "https://other.example.org"),
				java.util.List.of("joinLinks"));
		this.world.tell(elsewhere, 2);
		this.world.awaitHandled(elsewhere, 2);
		assertThat(this.world.ledger(this.member)).noneMatch((row) -> row.startsWith("CHANGED"));
	}

	@Test
	void thanksWhoCameAndMissesWhoDidNot() {
		SalonState state = announce();
		UUID absent = UUID.randomUUID();
		this.world.tell(new MemberRegistered(place(RegistrationStatus.REGISTERED)), 1);
		this.world.tell(Fixtures.registered(this.number, absent, this.world.now()), 1);
		this.world.awaitLedger(this.member, "CONFIRMATION SENT");
		this.world.awaitLedger(absent, "CONFIRMATION SENT");
		Instant start = this.world.now().plus(Duration.ofDays(3));
		this.clock.moveTo(start.plus(Duration.ofHours(3)));
		AttendanceRecorded came = new AttendanceRecorded(
				Fixtures.attended(place(RegistrationStatus.REGISTERED), start));
		this.world.tell(came, 2);
		this.world.awaitHandled(came, 2);
		this.world.tell(new ReplayPublished(state, false), 2);
		this.world.awaitMail(this.member, "感谢参加，回放与资料");
		this.world.awaitMail(absent, "很遗憾没有见到您，回放与资料");
	}

	private SalonState announce() {
		SalonState state = Fixtures.salon(this.number, this.world.now().plus(Duration.ofDays(3)));
		this.world.tell(new SalonAnnounced(state), 1);
		return state;
	}

	private RegistrationState place(RegistrationStatus status) {
		return Fixtures.registration(this.number, this.member, status, this.world.now());
	}

	private RegistrationState pending(RegistrationState place) {
		return Fixtures.confirmBy(place, this.world.now().plus(Duration.ofHours(24)));
	}

}
