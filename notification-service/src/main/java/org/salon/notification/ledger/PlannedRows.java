package org.salon.notification.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.salon.notification.database.Columns;
import org.salon.notification.database.StoredJson;
import org.salon.notification.plan.DeliveryKind;
import org.salon.notification.plan.PlannedDelivery.Fate;
import org.salon.notification.plan.Told;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The ledger's rows as the plan reads and writes them: many at once, in one statement.
 */
@Repository
class PlannedRows {

	private final JdbcClient jdbc;

	private final KeptMessages messages;

	private final ToldRows told;

	PlannedRows(JdbcClient jdbc, KeptMessages messages, ToldRows told) {
		this.told = told;
		this.jdbc = jdbc;
		this.messages = messages;
	}

	/** What an organiser wrote is no matter of the plan. */
	Map<UUID, List<LedgerEntry>> entries(Collection<UUID> registrations) {
		return this.jdbc.sql("""
				SELECT id, registration_id, kind, occurrence, state, unknown, closed_by, not_after, address
				FROM delivery WHERE registration_id = ANY (CAST(? AS uuid[])) AND kind <> 'MESSAGE'
				""")
			.param(Columns.array(registrations))
			.query(PlannedRows::entry)
			.list()
			.stream()
			.collect(Collectors.groupingBy(LedgerEntry::place));
	}

	/** Those of the person that are about no salon. */
	List<LedgerEntry> entriesOf(UUID memberId) {
		return this.jdbc.sql("""
				SELECT id, registration_id, kind, occurrence, state, unknown, closed_by, not_after, address
				FROM delivery WHERE channel = ? AND member_id = ? AND salon_number IS NULL
				""").params(Channels.MAIL, memberId).query(PlannedRows::entry).list();
	}

	/** What the last mail that went out, or may have, said to each of them. */
	Map<UUID, Told> told(Collection<UUID> registrations) {
		Map<UUID, UUID> last = this.jdbc.sql("""
				SELECT DISTINCT ON (registration_id) registration_id, told_id FROM delivery
				WHERE registration_id = ANY (CAST(? AS uuid[])) AND told_id IS NOT NULL
					AND (state IN ('SENDING', 'SENT', 'UNKNOWN', 'BOUNCED') OR unknown)
				ORDER BY registration_id, sending_at DESC
				""")
			.param(Columns.array(registrations))
			.query((row, index) -> Map.entry(Columns.uuid(row, "registration_id"), Columns.uuid(row, "told_id")))
			.list()
			.stream()
			.collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
		Map<UUID, Told> told = this.told.find(last.values());
		return last.entrySet()
			.stream()
			.filter((entry) -> told.containsKey(entry.getValue()))
			.collect(Collectors.toMap(Map.Entry::getKey, (entry) -> told.get(entry.getValue())));
	}

	List<Outcome> insert(List<Reconciliation.Insertion> insertions, Cause cause) {
		return this.jdbc
			.sql("""
					INSERT INTO delivery AS d (id, channel, member_id, registration_id, salon_number, kind, occurrence,
						priority, state, reason, closed_by, due_at, attempt_at, not_after, address, caused_by, caused_at,
						traceparent, event_version)
					SELECT id, channel, member, registration, salon, kind, occurrence, priority, state, reason, closed_by,
						due_at, due_at, not_after, address, :event, :at, :traceparent, CASE state WHEN 'PLANNED' THEN 0 ELSE 1 END
					FROM jsonb_to_recordset(CAST(:rows AS jsonb)) AS r (id uuid, channel text, member uuid,
						registration uuid, salon integer, kind text, occurrence text, priority smallint, state text,
						reason text, closed_by text, due_at timestamptz, not_after timestamptz, address text)
					ON CONFLICT ON CONSTRAINT one_row_per_message DO NOTHING
					RETURNING %s
					"""
				.formatted(Outcome.COLUMNS))
			.param("event", cause.eventId())
			.param("at", Columns.timestamp(cause.at()))
			.param("traceparent", cause.traceparent(), Types.VARCHAR)
			.param("rows", StoredJson.write(insertions.stream().map(PlannedRows::row).toList()))
			.query(Outcome::of)
			.list();
	}

	List<Outcome> close(List<Reconciliation.Closing> closings) {
		return this.jdbc.sql("""
				UPDATE delivery d SET state = r.state, reason = r.reason, closed_by = 'PLAN', fence = d.fence + 1,
					event_version = d.event_version + 1
				FROM jsonb_to_recordset(CAST(? AS jsonb)) AS r (id uuid, state text, reason text)
				WHERE d.id = r.id AND d.state IN ('PLANNED', 'RETRY', 'LEASED') AND NOT d.unknown
				RETURNING %s
				""".formatted(Outcome.COLUMNS))
			.param(StoredJson.write(closings.stream()
				.map((closing) -> new ClosedRow(closing.entry().id(), closing.state(), closing.reason()))
				.toList()))
			.query(Outcome::of)
			.list();
	}

	/**
	 * What looks back on a salon is due after its end, wherever that moves; but not what
	 * a sender has begun to hand over meanwhile: its outcome would find another fence,
	 * and the mail would go out twice.
	 */
	List<Tally.Former> adjust(List<Reconciliation.Adjustment> adjustments) {
		return this.jdbc
			.sql("""
					UPDATE delivery d SET not_after = r.not_after, address = r.address,
						due_at = CASE WHEN r.move THEN r.due_at ELSE d.due_at END,
						fence = d.fence + CASE WHEN r.move THEN 1 ELSE 0 END,
						state = CASE WHEN r.reopen OR (r.move AND d.state = 'LEASED') THEN 'PLANNED' ELSE d.state END,
						reason = CASE WHEN r.reopen THEN NULL ELSE d.reason END,
						closed_by = CASE WHEN r.reopen THEN NULL ELSE d.closed_by END,
						attempt_at = CASE WHEN r.reopen OR (r.move AND d.state <> 'RETRY') THEN r.due_at
							ELSE d.attempt_at END
					FROM jsonb_to_recordset(CAST(? AS jsonb))
						AS r (id uuid, not_after timestamptz, due_at timestamptz, address text, reopen boolean, move boolean)
					WHERE d.id = r.id AND (NOT r.move OR (d.state IN ('PLANNED', 'RETRY', 'LEASED', 'CANCELLED', 'SUPPRESSED')
						AND NOT d.unknown))
					RETURNING %s
					"""
				.formatted(Tally.Former.COLUMNS))
			.param(StoredJson.write(adjustments.stream()
				.map((adjustment) -> new AdjustedRow(adjustment.entry().id(), adjustment.planned().notAfter(),
						adjustment.planned().dueAt(), adjustment.address(), adjustment.reopen(),
						adjustment.planned().kind().looksBack()))
				.toList()))
			.query(Tally.Former::of)
			.list();
	}

	/**
	 * Forgets whom the rows were for; what was not sent yet is not.
	 * @return what was given up
	 */
	List<Outcome> erase(UUID memberId) {
		// A sender that is at one of them comes first, so that what it leaves is seen.
		this.jdbc.sql("SELECT id FROM delivery WHERE member_id = ? ORDER BY id FOR UPDATE")
			.param(memberId)
			.query(UUID.class)
			.list();
		this.jdbc.sql("""
				DELETE FROM suppression s USING (
					SELECT address FROM delivery WHERE member_id = :member
					UNION ALL SELECT email FROM member WHERE id = :member
				) known
				WHERE s.address = lower(known.address)
				""").param("member", memberId).update();
		List<Outcome> givenUp = this.jdbc
			.sql("""
					WITH erased AS (
						UPDATE delivery d SET address = NULL, told_id = NULL, lane = '', soft_bounced_at = NULL,
							fence = CASE state WHEN 'SENDING' THEN fence ELSE fence + 1 END,
							state = CASE WHEN state IN ('PLANNED', 'RETRY', 'LEASED', 'UNKNOWN') THEN 'CANCELLED'
								ELSE state END,
							reason = CASE WHEN state IN ('PLANNED', 'RETRY', 'LEASED', 'UNKNOWN') THEN 'the person was erased'
								ELSE reason END,
							closed_by = CASE WHEN state IN ('PLANNED', 'RETRY', 'LEASED', 'UNKNOWN') THEN 'SENDER'
								ELSE closed_by END
						WHERE member_id = ?
						RETURNING %s, OLD.state AS former
					)
					SELECT * FROM erased WHERE state <> former
					"""
				.formatted(Outcome.COLUMNS))
			.param(memberId)
			.query(Outcome::of)
			.list();
		this.messages.forgetTo(memberId);
		return givenUp;
	}

	private static Row row(Reconciliation.Insertion insertion) {
		Fate fate = insertion.planned().fate();
		LedgerState state = switch (fate) {
			case SEND -> LedgerState.PLANNED;
			case SUPPRESS -> LedgerState.SUPPRESSED;
			case EXPIRE -> LedgerState.EXPIRED;
		};
		UUID member = insertion.to().memberId();
		Integer salon = insertion.to().salonNumber();
		DeliveryKind kind = insertion.kind();
		String occurrence = insertion.planned().occurrence();
		return new Row(DeliveryIds.of(Channels.MAIL, member, salon, kind, occurrence), Channels.MAIL, member,
				insertion.to().registrationId(), salon, kind, occurrence, kind.priority(), state,
				insertion.planned().reason(), (state != LedgerState.PLANNED) ? "PLAN" : null,
				insertion.planned().dueAt(), insertion.planned().notAfter(), insertion.to().address());
	}

	private static LedgerEntry entry(ResultSet row, int index) throws SQLException {
		return new LedgerEntry(Columns.uuid(row, "id"), Columns.nullableUuid(row, "registration_id"),
				DeliveryKind.valueOf(row.getString("kind")), row.getString("occurrence"),
				LedgerState.valueOf(row.getString("state")), row.getBoolean("unknown"),
				"PLAN".equals(row.getString("closed_by")), Columns.instant(row, "not_after"), row.getString("address"));
	}

	private record Row(UUID id, String channel, UUID member, @Nullable UUID registration, @Nullable Integer salon,
			DeliveryKind kind, String occurrence, int priority, LedgerState state, @Nullable String reason,
			@Nullable String closed_by, Instant due_at, Instant not_after, String address) {
	}

	private record ClosedRow(UUID id, LedgerState state, String reason) {
	}

	private record AdjustedRow(UUID id, Instant not_after, Instant due_at, String address, boolean reopen,
			boolean move) {
	}

}
