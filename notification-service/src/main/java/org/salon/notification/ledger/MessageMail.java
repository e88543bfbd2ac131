package org.salon.notification.ledger;

import java.time.Clock;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.salon.notification.database.Columns;
import org.salon.notification.plan.Audience;
import org.salon.notification.plan.DeliveryKind;
import org.salon.notification.salon.Salons;

import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Mails of what an organiser writes to those of a salon. They wait in everybody's lane,
 * behind confirmations and reminders however many they are.
 */
@Component
public class MessageMail {

	/** At most so many withdrawn ones are told of at a time. */
	private static final int BATCH = 5_000;

	/** As {@link org.salon.notification.plan.MessagePlan#isFor} has it. */
	private static final String PEOPLE = """
			registration r JOIN member m ON m.id = r.member_id
			WHERE r.salon_number = :salon AND (m.announcements OR m.reminders OR m.replays) AND (
				(r.standing = 'REGISTERED' AND (:holders OR (:attended AND r.attended_at IS NOT NULL)
					OR (:absent AND r.attended_at IS NULL)))
				OR (r.standing = 'WAITLISTED' AND :inLine)
				OR (r.standing = 'CANCELLED' AND r.held AND :cancelled))
			""";

	private final Salons salons;

	private final Outcomes outcomes;

	private final DueSignal signal;

	private final JdbcClient jdbc;

	private final Clock clock;

	MessageMail(Salons salons, Outcomes outcomes, DueSignal signal, JdbcClient jdbc, Clock clock) {
		this.salons = salons;
		this.outcomes = outcomes;
		this.signal = signal;
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/** To how many it would go now. */
	public Reach reach(int salon, Set<Audience> audience) {
		return people("""
				SELECT count(DISTINCT m.id) AS people, count(DISTINCT m.id) FILTER (WHERE EXISTS (
					SELECT 1 FROM suppression s WHERE s.address = lower(m.email))) AS suppressed FROM\s""" + PEOPLE,
				salon, audience)
			.query((row, index) -> new Reach(row.getInt("people"), row.getInt("suppressed")))
			.single();
	}

	/**
	 * Plans it for all of them, within a transaction.
	 * @return for how many
	 */
	public int plan(UUID message, int salon, Set<Audience> audience, Instant dueAt, Instant notAfter) {
		// Else someone who is just being forgotten could be planned for.
		this.salons.lockToAnnounce();
		this.salons.lockToRead(salon);
		int planned = people(
				"""
						INSERT INTO delivery (id, channel, member_id, registration_id, salon_number, kind, occurrence, priority,
							state, due_at, attempt_at, not_after, address, caused_by, caused_at)
						SELECT %s, :channel, p.member, p.place, :salon, :kind, :occurrence, :priority, 'PLANNED', :dueAt, :dueAt,
							:notAfter, p.email, CAST(:occurrence AS uuid), :now
						FROM (SELECT m.id AS member, r.id AS place, m.email FROM %s) p
						CROSS JOIN LATERAL (SELECT decode(md5(concat_ws('|', CAST(:channel AS text), p.member,
							CAST(:salon AS integer), CAST(:kind AS text), CAST(:occurrence AS text))), 'hex') AS hash) k
						ON CONFLICT ON CONSTRAINT one_row_per_message DO NOTHING
						"""
					.formatted(AnnouncementRows.ID, PEOPLE),
				salon, audience)
			.param("channel", Channels.MAIL)
			.param("kind", DeliveryKind.MESSAGE.name())
			.param("occurrence", message.toString())
			.param("priority", DeliveryKind.MESSAGE.priority())
			.param("dueAt", Columns.timestamp(dueAt))
			.param("notAfter", Columns.timestamp(notAfter))
			.param("now", Columns.timestamp(this.clock.instant()))
			.update();
		this.signal.raiseAfterCommit();
		return planned;
	}

	/**
	 * Takes it back from all that the mail server was not told of yet, within a
	 * transaction. Of what a sender has prepared, the fence that it holds is too low
	 * then.
	 * @return from how many
	 */
	public int withdraw(UUID message, int salon, String reason) {
		int withdrawn = 0;
		List<Outcome> closed;
		do {
			closed = this.jdbc
				.sql("""
						UPDATE delivery d SET state = 'CANCELLED', reason = :reason, closed_by = 'SENDER', fence = d.fence + 1,
							lease_owner = NULL, lease_until = NULL, event_version = d.event_version + 1
						FROM (
							SELECT id FROM delivery WHERE salon_number = :salon AND kind = 'MESSAGE' AND open
								AND occurrence = :occurrence AND state IN ('PLANNED', 'RETRY', 'LEASED') AND NOT unknown
							LIMIT :limit FOR UPDATE
						) open
						WHERE d.id = open.id
						RETURNING %s
						"""
					.formatted(Outcome.COLUMNS))
				.param("reason", reason)
				.param("salon", salon)
				.param("occurrence", message.toString())
				.param("limit", BATCH)
				.query(Outcome::of)
				.list();
			this.outcomes.tell(closed, this.clock.instant());
			withdrawn += closed.size();
		}
		while (closed.size() == BATCH);
		return withdrawn;
	}

	/** How many of its mails are at what. */
	public Map<LedgerState, Integer> states(UUID message, int salon) {
		Map<LedgerState, Integer> states = new EnumMap<>(LedgerState.class);
		this.jdbc.sql("""
				SELECT state, count(*) AS mails FROM delivery
				WHERE salon_number = ? AND kind = 'MESSAGE' AND occurrence = ? GROUP BY state
				""")
			.params(salon, message.toString())
			.query((RowCallbackHandler) (row) -> states.put(LedgerState.valueOf(row.getString("state")),
					row.getInt("mails")));
		return states;
	}

	private JdbcClient.StatementSpec people(String statement, int salon, Set<Audience> audience) {
		return this.jdbc.sql(statement)
			.param("salon", salon)
			.param("holders", audience.contains(Audience.HOLDERS))
			.param("inLine", audience.contains(Audience.IN_LINE))
			.param("cancelled", audience.contains(Audience.CANCELLED))
			.param("attended", audience.contains(Audience.ATTENDED))
			.param("absent", audience.contains(Audience.ABSENT));
	}

	/**
	 * How many people a message is for.
	 *
	 * @param suppressed of whom so many have an address that takes no mail
	 */
	public record Reach(int people, int suppressed) {
	}

}
