package org.salon.notification.digest;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.salon.notification.database.Columns;
import org.salon.notification.digest.Digest.Count;
import org.salon.notification.digest.Digest.Person;
import org.salon.notification.digest.Digest.Trouble;
import org.salon.notification.plan.DeliveryKind;
import org.salon.notification.registration.Standing;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What the digest says of one salon, as the tables have it. */
@Repository
class DigestRows {

	/** So many of a kind are named; the console has them all. */
	static final int NAMED = 100;

	private static final int NAMED_OF_TROUBLE = 5;

	/** A mail that is due for less is on its way. */
	private static final Duration ON_ITS_WAY = Duration.ofMinutes(5);

	private final JdbcClient jdbc;

	DigestRows(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** Sign-ups that nobody confirmed and that lapsed are no places given back. */
	Map<Standing, Count> counts(int salon, Instant since) {
		return this.jdbc.sql("""
				SELECT standing, count(*) AS places, count(*) FILTER (WHERE standing_since > :since) AS fresh,
					count(*) FILTER (WHERE attended_at IS NOT NULL) AS seen
				FROM registration WHERE salon_number = :salon AND (held OR standing <> 'CANCELLED')
				GROUP BY standing
				""")
			.param("salon", salon)
			.param("since", Columns.timestamp(since))
			.query((row, index) -> Map.entry(Standing.valueOf(row.getString("standing")),
					new Count(row.getLong("places"), row.getLong("fresh"), row.getLong("seen"))))
			.list()
			.stream()
			.collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
	}

	/** The latest first, but those in line in their order. */
	List<Person> people(int salon, Standing standing, Instant since) {
		return this.jdbc.sql("""
				SELECT m.id, m.name, r.standing_since > :since AS fresh
				FROM registration r JOIN member m ON m.id = r.member_id
				WHERE r.salon_number = :salon AND r.standing = :standing
					AND (r.standing <> 'CANCELLED' OR (r.held AND r.standing_since > :since))
				ORDER BY CASE WHEN r.standing = 'WAITLISTED' THEN r.place_in_line END, r.standing_since DESC, m.id
				LIMIT :limit
				""")
			.param("salon", salon)
			.param("standing", standing.name())
			.param("since", Columns.timestamp(since))
			.param("limit", NAMED)
			.query((row, index) -> person(row, row.getBoolean("fresh")))
			.list();
	}

	/**
	 * Mails to people who are still known. Announcements wait until nothing else does,
	 * and some for the morning: that is no delay.
	 */
	List<Trouble> troubles(int salon, Instant since, Instant now) {
		Map<String, Trouble> troubles = new LinkedHashMap<>();
		this.jdbc
			.sql("""
					WITH troubled AS (
						SELECT d.kind, d.due_at, m.id, m.name, w.what, CASE w.what WHEN 'LATE' THEN true
							WHEN 'EXPIRED' THEN d.not_after > :since
							ELSE COALESCE(d.soft_bounced_at, d.sent_at, d.sending_at, d.due_at) > :since END AS fresh
						FROM delivery d JOIN member m ON m.id = d.member_id
						CROSS JOIN LATERAL (SELECT CASE
							WHEN d.state IN ('FAILED', 'BOUNCED', 'EXPIRED') THEN d.state
							WHEN d.state = 'SUPPRESSED' AND d.closed_by = 'SENDER' THEN d.state
							WHEN d.state IN ('PLANNED', 'LEASED', 'SENDING', 'RETRY', 'UNKNOWN') AND d.kind <> 'ANNOUNCEMENT'
								AND d.due_at < :late AND (d.state <> 'PLANNED' OR d.attempt_at <= :now) THEN 'LATE' END AS what) w
						WHERE d.salon_number = :salon AND w.what IS NOT NULL
					)
					SELECT * FROM (
						SELECT kind, what, id, name, count(*) OVER same AS mails, count(*) FILTER (WHERE fresh) OVER same AS fresh,
							row_number() OVER (PARTITION BY kind, what ORDER BY due_at DESC, id) AS nth
						FROM troubled WINDOW same AS (PARTITION BY kind, what)
					) counted
					WHERE nth <= :limit ORDER BY kind, what, nth
					""")
			.param("salon", salon)
			.param("since", Columns.timestamp(since))
			.param("now", Columns.timestamp(now))
			.param("late", Columns.timestamp(now.minus(ON_ITS_WAY)))
			.param("limit", NAMED_OF_TROUBLE)
			.query((row, index) -> trouble(row))
			.list()
			.forEach((one) -> troubles.merge(one.kind() + " " + one.what(), one, (first, next) -> {
				first.people().addAll(next.people());
				return first;
			}));
		return List.copyOf(troubles.values());
	}

	/** To how many people reminders go at each moment that is still to come. */
	Map<Instant, Long> reminders(int salon, Instant now) {
		return this.jdbc.sql("""
				SELECT due_at, count(*) AS people FROM delivery
				WHERE salon_number = ? AND kind = 'REMINDER' AND state IN ('PLANNED', 'LEASED', 'RETRY') AND due_at > ?
				GROUP BY due_at
				""")
			.params(salon, Columns.timestamp(now))
			.query((row, index) -> Map.entry(Columns.instant(row, "due_at"), row.getLong("people")))
			.list()
			.stream()
			.collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
	}

	private static Trouble trouble(ResultSet row) throws SQLException {
		return new Trouble(DeliveryKind.valueOf(row.getString("kind")), Trouble.What.valueOf(row.getString("what")),
				row.getLong("mails"), row.getLong("fresh"), new ArrayList<>(List.of(person(row, false))));
	}

	private static Person person(ResultSet row, boolean fresh) throws SQLException {
		return new Person(Columns.uuid(row, "id"), row.getString("name"), fresh);
	}

}
