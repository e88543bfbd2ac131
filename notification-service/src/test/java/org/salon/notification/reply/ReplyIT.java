package org.salon.notification.reply;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.mail.Multipart;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.salon.events.DomainEvent;
import org.salon.events.invitation.InvitationAnswer;
import org.salon.events.member.MemberErased;
import org.salon.events.registration.MemberRegistered;
import org.salon.events.registration.RegistrationCancelled;
import org.salon.events.registration.RegistrationState;
import org.salon.events.registration.RegistrationStatus;
import org.salon.events.salon.SalonAnnounced;
import org.salon.events.salon.SalonRescheduled;
import org.salon.events.salon.SalonState;
import org.salon.events.salon.SalonStatus;
import org.salon.localstack.LocalStack;
import org.salon.notification.Fixtures;
import org.salon.notification.NotificationTest;
import org.salon.notification.World;
import org.salon.notification.reply.ReplyDesk.Result;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/** Calendars answer the invitations in our mails. */
@NotificationTest
class ReplyIT {

	@Autowired
	private World world;

	@Autowired
	private ReplyDesk desk;

	@Autowired
	private MeterRegistry meters;

	private final UUID member = UUID.randomUUID();

	private final String person = Fixtures.address(this.member);

	private final int number = Fixtures.number();

	private Instant start;

	@BeforeEach
	void setTime() {
		this.start = this.world.now().plus(Duration.ofDays(3)).truncatedTo(ChronoUnit.SECONDS);
	}

	@Test
	void tellsOfAnAnswerToTheInvitationInTheMailOnce() throws Exception {
		invited();
		String calendar = calendarOfTheMail();
		byte[] reply = SampleReplies.declined(line(calendar, "UID"), this.person,
				Integer.parseInt(line(calendar, "SEQUENCE")), now());
		assertThat(this.desk.take(reply)).isEqualTo(Result.RECORDED);
		assertThat(this.desk.take(reply)).isEqualTo(Result.REPEATED);
		assertThat(told()).containsExactly("1 DECLINED 0");
		assertThat(this.world.jdbc()
			.sql("SELECT record_key FROM messaging.outbox WHERE type = 'salon.invitation-answered.v1' AND subject = ?")
			.param("invitation/" + place().registrationId())
			.query(String.class)
			.single()).isEqualTo(this.member.toString());
		assertThat(data()).doesNotContain("@", "李雷");
	}

	@Test
	void takesTheLaterOfTwoAnswers() {
		invited();
		Instant first = now();
		assertThat(answer(InvitationAnswer.ACCEPTED, 0, first)).isEqualTo(Result.RECORDED);
		assertThat(answer(InvitationAnswer.TENTATIVE, 0, first.plusSeconds(60))).isEqualTo(Result.RECORDED);
		assertThat(answer(InvitationAnswer.DECLINED, 0, first.plusSeconds(30))).isEqualTo(Result.OUTDATED);
		assertThat(answer(InvitationAnswer.ACCEPTED, 0, first)).isEqualTo(Result.OUTDATED);
		assertThat(told()).containsExactly("1 ACCEPTED 0", "2 TENTATIVE 0");
	}

	@Test
	void takesNoAnswerAboutAnEarlierDate() {
		invited();
		Instant before = now();
		SalonState moved = Fixtures.salon(this.number, this.start.plus(Duration.ofDays(1)), "Moved",
				SalonStatus.ANNOUNCED, 1);
		handled(new SalonRescheduled(moved, this.start, this.start.plus(Duration.ofHours(2))), 2,
				before.plus(Duration.ofHours(1)));
		assertThat(answer(InvitationAnswer.DECLINED, 0, before.plus(Duration.ofHours(2)))).isEqualTo(Result.OUTDATED);
		assertThat(answer(InvitationAnswer.DECLINED, 1, before)).isEqualTo(Result.OUTDATED);
		assertThat(answer(InvitationAnswer.DECLINED, 1, before.plus(Duration.ofHours(2)))).isEqualTo(Result.RECORDED);
		assertThat(told()).containsExactly("1 DECLINED 1");
	}

	@Test
	void takesNoAnswerAboutAPlaceThatWasGivenBackAndTakenAgain() {
		invited();
		Instant before = now();
		handled(new RegistrationCancelled(Fixtures.with(place(), RegistrationStatus.CANCELLED, 1, 1)), 2, before);
		assertThat(answer(InvitationAnswer.DECLINED, 0, before)).isEqualTo(Result.OUTDATED);
		assertThat(answer(InvitationAnswer.DECLINED, 1, before)).isEqualTo(Result.OUTDATED);
		RegistrationState again = Fixtures.with(place(before.plus(Duration.ofHours(1))), RegistrationStatus.REGISTERED,
				2, 2);
		handled(new MemberRegistered(again), 3, before.plus(Duration.ofHours(1)));
		assertThat(answer(InvitationAnswer.DECLINED, 0, before.plus(Duration.ofHours(2)))).isEqualTo(Result.OUTDATED);
		assertThat(answer(InvitationAnswer.DECLINED, 2, before)).isEqualTo(Result.OUTDATED);
		assertThat(told()).isEmpty();
		assertThat(answer(InvitationAnswer.DECLINED, 2, before.plus(Duration.ofHours(2)))).isEqualTo(Result.RECORDED);
	}

	@Test
	void takesNoAnswerOfSomebodyInLine() {
		announce();
		handled(new MemberRegistered(
				Fixtures.registration(this.number, this.member, RegistrationStatus.WAITLISTED, now())), 1, now());
		assertThat(answer(InvitationAnswer.DECLINED, 0, now())).isEqualTo(Result.OUTDATED);
	}

	@Test
	void forgivesAClockThatIsALittleBehind() {
		invited();
		assertThat(answer(InvitationAnswer.DECLINED, 0, now().minusSeconds(30))).isEqualTo(Result.RECORDED);
	}

	@Test
	void ignoresAndCountsWhatIsNotThePersonsOwnAnswer() {
		invited();
		double before = counted("foreign");
		String other = Fixtures.address(UUID.randomUUID());
		String from = new String(reply(uid(), this.person, "DECLINED", 0, now()), StandardCharsets.UTF_8);
		List<byte[]> forged = List.of(reply(uid(), other, "DECLINED", 0, now()),
				from.replace("<" + this.person + ">", "<" + other + ">").getBytes(StandardCharsets.UTF_8),
				from.replace("mailto:" + this.person, "mailto:" + other).getBytes(StandardCharsets.UTF_8),
				reply(uid().replace(this.member.toString(), UUID.randomUUID().toString()), this.person, "DECLINED", 0,
						now()),
				reply(uid().replace("salon-" + this.number, "salon-999999"), this.person, "DECLINED", 0, now()),
				reply("040000008200E00074C5B7101A82E008", this.person, "DECLINED", 0, now()),
				reply(uid(), this.person, "DECLINED", 1, now()),
				reply(uid(), this.person, "DECLINED", 0, now().plus(Duration.ofDays(2))));
		assertThat(forged).allSatisfy((mail) -> assertThat(this.desk.take(mail)).isEqualTo(Result.FOREIGN));
		assertThat(counted("foreign") - before).isEqualTo(forged.size());
		assertThat(told()).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "NEEDS-ACTION", "DELEGATED", "X-LATE", "" })
	void ignoresWhatSaysNeitherYesNorNo(String answer) {
		invited();
		assertThat(this.desk.take(reply(uid(), this.person, answer, 0, now()))).isEqualTo(Result.IGNORED);
		assertThat(told()).isEmpty();
	}

	@ParameterizedTest
	@EnumSource
	void tellsOfEachAnswer(InvitationAnswer answer) {
		invited();
		String shouted = this.person.toUpperCase(Locale.ROOT);
		assertThat(this.desk.take(reply(uid(), shouted, answer.name(), 0, now()))).isEqualTo(Result.RECORDED);
		assertThat(told()).containsExactly("1 " + answer + " 0");
	}

	@Test
	void countsWhatCannotBeReadAndLeavesOtherMailsAlone() {
		double before = counted("unreadable");
		assertThat(this.desk.take(SampleReplies.mail(this.person, "BEGIN:VCALENDAR"))).isEqualTo(Result.UNREADABLE);
		assertThat(this.desk.take(SampleReplies.bytes("From: a@example.org\n\nHello"))).isEqualTo(Result.NONE);
		assertThat(counted("unreadable") - before).isEqualTo(1);
	}

	@Test
	void forgetsTheAnswerWithThePerson() {
		invited();
		assertThat(answer(InvitationAnswer.DECLINED, 0, now())).isEqualTo(Result.RECORDED);
		handled(new MemberErased(this.member), 1, now());
		assertThat(this.world.jdbc()
			.sql("SELECT count(*) FROM invitation_answer WHERE registration_id = ?")
			.param(place().registrationId())
			.query(Integer.class)
			.single()).isZero();
		assertThat(answer(InvitationAnswer.DECLINED, 0, now())).isEqualTo(Result.FOREIGN);
	}

	private void announce() {
		handled(new SalonAnnounced(Fixtures.salon(this.number, this.start)), 1, now());
	}

	private void invited() {
		announce();
		handled(new MemberRegistered(place()), 1, now());
	}

	private RegistrationState place() {
		return place(now());
	}

	private RegistrationState place(Instant at) {
		return Fixtures.registration(this.number, this.member, RegistrationStatus.REGISTERED, at);
	}

	private void handled(DomainEvent event, long version, Instant at) {
		this.world.tell(event, version, at);
		this.world.awaitHandled(event, version);
	}

	private Instant now() {
		return this.world.now().truncatedTo(ChronoUnit.SECONDS);
	}

	private String uid() {
		return "salon-" + this.number + "-" + this.member + "@localhost";
	}

	private Result answer(InvitationAnswer answer, int sequence, Instant at) {
		return this.desk.take(reply(uid(), this.person, answer.name(), sequence, at));
	}

	private static byte[] reply(String uid, String person, String answer, int sequence, Instant at) {
		return SampleReplies.answered(uid, person, answer, sequence, at);
	}

	private double counted(String result) {
		return this.meters.counter("salon.notification.calendar.replies", "result", result).count();
	}

	private String calendarOfTheMail() throws Exception {
		Awaitility.await("the confirmation")
			.atMost(World.PATIENCE)
			.until(() -> !this.world.subjects(this.member).isEmpty());
		Multipart mixed = (Multipart) LocalStack.shared()
			.mail()
			.received(this.person)
			.getFirst()
			.message()
			.getContent();
		try (InputStream calendar = mixed.getBodyPart(1).getInputStream()) {
			return new String(calendar.readAllBytes(), StandardCharsets.UTF_8);
		}
	}

	private static String line(String calendar, String name) {
		return Pattern.compile("(?m)^" + name + ":(.*)$")
			.matcher(calendar.replace("\r\n ", "").replace("\r", ""))
			.results()
			.findFirst()
			.orElseThrow()
			.group(1);
	}

	/** Version, answer and sequence of each event. */
	private List<String> told() {
		return this.world.jdbc()
			.sql("""
					SELECT version || ' ' || (convert_from(data, 'UTF8')::jsonb ->> 'answer') || ' '
						|| (convert_from(data, 'UTF8')::jsonb ->> 'sequence')
					FROM messaging.outbox WHERE subject = ? ORDER BY version""")
			.param("invitation/" + place().registrationId())
			.query(String.class)
			.list();
	}

	private String data() {
		return this.world.jdbc()
			.sql("SELECT convert_from(data, 'UTF8') FROM messaging.outbox WHERE subject = ?")
			.param("invitation/" + place().registrationId())
			.query(String.class)
			.single();
	}

}
