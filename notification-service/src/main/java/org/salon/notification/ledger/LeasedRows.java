package org.salon.notification.ledger;

import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import org.salon.notification.database.Columns;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The ledger's rows as senders take and settle them. What is due goes by the service's
 * clock; a lease goes by the database's, which all senders share: one whose own clock is
 * wrong takes nothing away from another.
 */
@Repository
class LeasedRows {

	/** At most so many rows in one sweep, so that no transaction grows without limit. */
	private static final int SWEEP = 500;

	private final JdbcClient jdbc;

	private final KeptMessages messages;

	private final ToldRows told;

	LeasedRows(JdbcClient jdbc, KeptMessages messages, ToldRows told) {
		this.told = told;
		this.jdbc = jdbc;
		this.messages = messages;
	}

	/**
	 * Closes the confirmations of these places that a due reminder makes needless, those
	 * just claimed included. Only of the places in hand: to look through all that wait
	 * would cost more with each that does.
	 */
	List<Outcome> supersedeConfirmations(List<Lease> claimed, Instant now) {
		return this.jdbc.sql("""
				UPDATE delivery d SET state = 'SUPERSEDED', closed_by = 'SENDER', event_version = d.event_version + 1,
					lease_owner = NULL, lease_until = NULL, fence = d.fence + 1,
					reason = 'a reminder that was due by then says the same'
				FROM (
					SELECT c.id FROM delivery c
					WHERE c.registration_id = ANY (CAST(:registrations AS uuid[]))
						AND c.kind IN ('CONFIRMATION', 'PROMOTED') AND NOT c.unknown
						AND (c.state IN ('PLANNED', 'RETRY') OR c.id = ANY (CAST(:claimed AS uuid[])))
						AND EXISTS (SELECT 1 FROM delivery r WHERE r.registration_id = c.registration_id
							AND r.kind = 'REMINDER' AND r.state IN ('PLANNED', 'LEASED', 'RETRY', 'UNKNOWN')
							AND r.due_at <= :now AND r.attempt_at <= :now AND r.not_after > :now)
					FOR UPDATE OF c SKIP LOCKED
				) late
				WHERE d.id = late.id
				RETURNING %s
				""".formatted(Outcome.COLUMNS))
			.param("registrations",
					Columns.array(claimed.stream().flatMap((row) -> Stream.ofNullable(row.registrationId())).toList()))
			.param("claimed", Columns.array(claimed.stream().map(Lease::deliveryId).toList()))
			.param("now", Columns.timestamp(now))
			.query(Outcome::of)
			.list();
	}

	List<Outcome> expire(Instant now) {
		List<Outcome> expired = this.jdbc
			.sql("""
					WITH late AS (
						SELECT id FROM delivery WHERE %s AND not_after <= :now
						LIMIT :limit FOR UPDATE SKIP LOCKED
					)
					UPDATE delivery d SET state = 'EXPIRED', closed_by = 'SENDER', event_version = d.event_version + 1,
						lease_owner = NULL, lease_until = NULL,
						reason = concat_ws('; ', CASE WHEN d.unknown OR d.state = 'SENDING' THEN 'it may have been sent' END,
							'its time passed', d.reason)
					FROM late
					WHERE d.id = late.id
					RETURNING %s
					"""
				.formatted(DueRows.CLAIMABLE, Outcome.COLUMNS))
			.param("now", Columns.timestamp(now))
			.param("limit", SWEEP)
			.query(Outcome::of)
			.list();
		this.messages.forget(Outcome.ids(expired));
		return expired;
	}

	void renew(UUID owner, Collection<UUID> inHand, Duration lease) {
		this.jdbc.sql("""
				UPDATE delivery d SET lease_until = clock_timestamp() + :lease * interval '1 millisecond'
				FROM (
					SELECT id FROM delivery WHERE state IN ('LEASED', 'SENDING') AND lease_owner = :owner
						AND lease_until >= clock_timestamp() AND id = ANY (CAST(:ids AS uuid[]))
					FOR UPDATE SKIP LOCKED
				) held
				WHERE d.id = held.id
				""")
			.param("owner", owner)
			.param("ids", Columns.array(inHand))
			.param("lease", lease.toMillis())
			.update();
	}

	/**
	 * Locks what the mail is about, and whom it is to if it is about no place; whether
	 * all is still as it was when the mail was composed.
	 */
	boolean lockIfAt(Lease lease, Revision revision) {
		return (revision.registration() != null) ? lockPlaceIfAt(lease, revision) : lockMemberIfAt(lease, revision);
	}

	private boolean lockPlaceIfAt(Lease lease, Revision revision) {
		return this.jdbc.sql("""
				SELECT r.id FROM registration r
					JOIN salon s ON s.number = r.salon_number JOIN member m ON m.id = r.member_id
				WHERE r.id = :id AND r.version = :registration AND s.version = :salon AND m.revision = :member
				FOR UPDATE OF r
				""")
			.param("id", lease.registrationId())
			.param("registration", revision.registration())
			.param("salon", revision.salon())
			.param("member", revision.member())
			.query(UUID.class)
			.optional()
			.isPresent();
	}

	/** A place that has come meanwhile says more than the announcement of its salon. */
	private boolean lockMemberIfAt(Lease lease, Revision revision) {
		return this.jdbc.sql("""
				SELECT m.id FROM member m LEFT JOIN salon s ON s.number = CAST(:number AS integer)
				WHERE m.id = :id AND m.revision = :member
					AND s.version IS NOT DISTINCT FROM CAST(:salon AS bigint)
					AND NOT EXISTS (SELECT 1 FROM registration r WHERE r.member_id = m.id
						AND r.salon_number = CAST(:number AS integer))
				FOR UPDATE OF m
				""")
			.param("id", lease.memberId())
			.param("number", lease.salonNumber())
			.param("salon", revision.salon())
			.param("member", revision.member())
			.query(UUID.class)
			.optional()
			.isPresent();
	}

	/**
	 * Compare and set, and keep the message as it is: a crash from here on repeats it.
	 */
	boolean startSending(Draft draft, Instant now) {
		int updated = this.jdbc.sql("""
				UPDATE delivery d SET state = 'SENDING', sending_at = :now, attempts = attempts + 1,
					told_id = CASE WHEN d.unknown THEN d.told_id ELSE CAST(:told AS uuid) END
				WHERE d.id = :id AND d.fence = :fence AND d.state = 'LEASED'
					AND d.lease_until > clock_timestamp() AND d.not_after > :now
					AND NOT EXISTS (SELECT 1 FROM delivery o WHERE o.member_id = d.member_id AND o.open
						AND o.salon_number IS NOT DISTINCT FROM d.salon_number AND o.id <> d.id
						AND (o.unknown OR o.state IN ('SENDING', 'UNKNOWN')))
				""")
			.param("id", draft.lease().deliveryId())
			.param("fence", draft.lease().fence())
			.param("now", Columns.timestamp(now))
			.param("told", this.told.id(draft.told()), Types.OTHER)
			.update();
		if (updated == 1) {
			this.messages.keep(List.of(draft));
		}
		return updated == 1;
	}

	/** The outcome, unless another sender has the row by now and will have one. */
	List<Outcome> settle(Settlement settlement, Instant now) {
		boolean closed = settlement.attemptAt() == null;
		if (settlement.suppress()) {
			suppress(settlement, now);
		}
		List<Outcome> outcome = this.jdbc.sql("""
				UPDATE delivery d SET state = :state, reason = :reason, lease_owner = NULL, lease_until = NULL,
					attempts = d.attempts - CASE WHEN d.state = 'LEASED' OR :counted THEN 0 ELSE 1 END,
					unknown = d.unknown OR :state = 'UNKNOWN',
					attempt_at = COALESCE(:attemptAt, d.attempt_at),
					sent_at = CASE WHEN :state = 'SENT' THEN :now ELSE d.sent_at END,
					closed_by = CASE WHEN :closed THEN 'SENDER' END,
					event_version = d.event_version + CASE WHEN :closed THEN 1 ELSE 0 END
				WHERE d.id = :id AND d.fence = :fence AND d.state IN ('LEASED', 'SENDING', 'UNKNOWN')
				RETURNING %s
				""".formatted(Outcome.COLUMNS))
			.param("id", settlement.lease().deliveryId())
			.param("fence", settlement.lease().fence())
			.param("state", settlement.state().name())
			.param("reason", settlement.reason())
			.param("counted", settlement.counted())
			.param("closed", closed)
			.param("attemptAt", Columns.nullableTimestamp(settlement.attemptAt()), Types.TIMESTAMP_WITH_TIMEZONE)
			.param("now", Columns.timestamp(now))
			.query(Outcome::of)
			.list();
		if (settlement.state() != LedgerState.UNKNOWN) {
			this.messages.settled(outcome);
		}
		return outcome;
	}

	/** Locks the row: an address that is just being forgotten must not come back. */
	private void suppress(Settlement settlement, Instant now) {
		this.jdbc.sql("""
				INSERT INTO suppression (address, reason, suppressed_at)
				SELECT lower(address), :reason, :now FROM delivery WHERE id = :id AND address IS NOT NULL
				FOR UPDATE
				ON CONFLICT (address) DO NOTHING
				""")
			.param("id", settlement.lease().deliveryId())
			.param("reason", String.valueOf(settlement.reason()))
			.param("now", Columns.timestamp(now))
			.update();
	}

}
