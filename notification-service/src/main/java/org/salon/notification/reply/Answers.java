package org.salon.notification.reply;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.salon.events.invitation.InvitationAnswer;
import org.salon.events.invitation.InvitationAnswered;
import org.salon.messaging.outbox.Outbox;
import org.salon.notification.database.Columns;
import org.salon.notification.ledger.Correspondence;
import org.salon.notification.member.Member;
import org.salon.notification.member.Members;
import org.salon.notification.registration.Registration;
import org.salon.notification.registration.Registrations;
import org.salon.notification.registration.Standing;
import org.salon.notification.reply.ReplyDesk.Result;
import org.salon.notification.salon.Salon;
import org.salon.notification.salon.Salons;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The last answer to each invitation. Erasing a person takes theirs along. */
@Component
class Answers {

	/** So much may a calendar's clock be behind. */
	private static final Duration BEHIND = Duration.ofMinutes(1);

	private final JdbcClient jdbc;

	private final Registrations registrations;

	private final Members members;

	private final Salons salons;

	private final Outbox outbox;

	Answers(JdbcClient jdbc, Registrations registrations, Members members, Salons salons, Outbox outbox) {
		this.jdbc = jdbc;
		this.registrations = registrations;
		this.members = members;
		this.salons = salons;
		this.outbox = outbox;
	}

	/** Records an answer and tells of it, in one transaction. */
	@Transactional
	public Result record(int salonNumber, UUID memberId, InvitationAnswer answer, CalendarReply reply) {
		Registration place = lock(salonNumber, memberId).orElse(null);
		Salon salon = this.salons.find(salonNumber).orElse(null);
		if (place == null || salon == null || !isOf(memberId, reply) || reply.sequence() > sequence(salon, place)) {
			return Result.FOREIGN;
		}
		Answer last = last(place.id()).orElse(Answer.NONE);
		if (last.equals(new Answer(answer.name(), reply.sequence(), reply.stamp(), last.version()))) {
			return Result.REPEATED;
		}
		if (!holds(salon, place, reply) || last.isAfter(reply)) {
			return Result.OUTDATED;
		}
		long version = last.version() + 1;
		save(place, answer, reply, version);
		this.outbox.append(
				new InvitationAnswered(place.id(), salonNumber, memberId, answer, reply.sequence(), reply.stamp()),
				version);
		return Result.RECORDED;
	}

	/** Whether it answers the invitation that is valid now. */
	private static boolean holds(Salon salon, Registration place, CalendarReply reply) {
		return place.standing() == Standing.REGISTERED && reply.sequence() == sequence(salon, place)
				&& !isBefore(reply.stamp(), place.since()) && !isBefore(reply.stamp(), salon.timeSetAt());
	}

	/** As the calendar entries in our mails have it. */
	private static int sequence(Salon salon, Registration place) {
		return salon.calendarRevision() + place.calendarRevision();
	}

	/** Kept from being changed or answered by others until the transaction ends. */
	private Optional<Registration> lock(int salonNumber, UUID memberId) {
		return this.jdbc.sql("SELECT id FROM registration WHERE salon_number = ? AND member_id = ? FOR UPDATE")
			.params(salonNumber, memberId)
			.query(UUID.class)
			.optional()
			.flatMap(this.registrations::find);
	}

	/** Whether the person says it themselves, as far as a mail can tell. */
	private boolean isOf(UUID memberId, CalendarReply reply) {
		Member member = this.members.find(List.of(memberId)).get(memberId);
		if (member == null) {
			return false;
		}
		String own = Correspondence.normal(member.email());
		return own.equals(Correspondence.normal(reply.attendee())) && own.equals(Correspondence.normal(reply.from()));
	}

	/** Calendars count in seconds. */
	private static boolean isBefore(Instant stamp, Instant moment) {
		return stamp.isBefore(moment.truncatedTo(ChronoUnit.SECONDS).minus(BEHIND));
	}

	private Optional<Answer> last(UUID registrationId) {
		return this.jdbc
			.sql("SELECT answer, sequence, answered_at, version FROM invitation_answer WHERE registration_id = ?")
			.param(registrationId)
			.query((row, index) -> new Answer(row.getString("answer"), row.getInt("sequence"),
					Columns.instant(row, "answered_at"), row.getLong("version")))
			.optional();
	}

	private void save(Registration place, InvitationAnswer answer, CalendarReply reply, long version) {
		this.jdbc.sql("""
				INSERT INTO invitation_answer (registration_id, answer, sequence, answered_at, version)
				VALUES (:id, :answer, :sequence, :at, :version)
				ON CONFLICT (registration_id) DO UPDATE SET answer = excluded.answer, sequence = excluded.sequence,
					answered_at = excluded.answered_at, version = excluded.version
				""")
			.param("id", place.id())
			.param("answer", answer.name())
			.param("sequence", reply.sequence())
			.param("at", Columns.timestamp(reply.stamp()))
			.param("version", version)
			.update();
	}

	private record Answer(String said, int sequence, Instant at, long version) {

		static final Answer NONE = new Answer("", -1, Instant.EPOCH, 0);

		/** Of two answers to the same invitation the one that was given later counts. */
		boolean isAfter(CalendarReply reply) {
			return this.sequence == reply.sequence() && this.at.isAfter(reply.stamp());
		}

	}

}
