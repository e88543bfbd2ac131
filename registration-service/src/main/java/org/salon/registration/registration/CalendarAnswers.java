package org.salon.registration.registration;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import org.salon.events.invitation.InvitationAnswer;
import org.salon.events.invitation.InvitationAnswered;

/**
 * The last answer of each person's calendar. Who declines while that gives the place back
 * is marked, and the place goes in a transaction of its own: the salons of a batch of
 * events could not be locked in order.
 */
@Repository
class CalendarAnswers {

	private final JdbcClient jdbc;

	private final AnswerProperties properties;

	CalendarAnswers(JdbcClient jdbc, AnswerProperties properties) {
		this.jdbc = jdbc;
		this.properties = properties;
	}

	/** In the transaction that counts the event as handled. */
	@EventListener
	void note(InvitationAnswered answered) {
		// It may come after the person was erased, and must not bring them back.
		this.jdbc.sql("""
				insert into invitation_answer (registration_id, answer, sequence, answered_at, gives_back)
				select :id, :answer, :sequence, :at, :givesBack
				where exists (select 1 from registration where id = :id)
				on conflict (registration_id) do update set answer = excluded.answer, sequence = excluded.sequence,
					answered_at = excluded.answered_at, gives_back = excluded.gives_back""")
			.param("id", answered.registrationId())
			.param("answer", answered.answer().name())
			.param("sequence", answered.sequence())
			.param("at", answered.answeredAt().atOffset(ZoneOffset.UTC))
			.param("givesBack", this.properties.declineCancels() && answered.answer() == InvitationAnswer.DECLINED)
			.update();
	}

	/** Whose places are to be given back, the first who declined first. */
	List<UUID> givingBack(int most) {
		return this.jdbc
			.sql("select registration_id from invitation_answer where gives_back order by answered_at limit ?")
			.param(most)
			.query(UUID.class)
			.list();
	}

	/**
	 * Takes the mark off.
	 * @return the sequence of the invitation that was declined; nothing, if the mark was
	 * off already
	 */
	Optional<Integer> settle(UUID registrationId) {
		return this.jdbc.sql("""
				update invitation_answer set gives_back = false where registration_id = ? and gives_back
				returning sequence""").param(registrationId).query(Integer.class).optional();
	}

	Optional<Answer> of(UUID registrationId) {
		return this.jdbc.sql("select answer, answered_at from invitation_answer where registration_id = ?")
			.param(registrationId)
			.query((row, number) -> new Answer(InvitationAnswer.valueOf(row.getString("answer")),
					row.getTimestamp("answered_at").toInstant()))
			.optional();
	}

	/**
	 * An answer.
	 *
	 * @param answeredAt by the person's own calendar
	 */
	record Answer(InvitationAnswer answer, Instant answeredAt) {
	}

}
