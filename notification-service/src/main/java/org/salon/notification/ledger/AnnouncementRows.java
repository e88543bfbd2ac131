package org.salon.notification.ledger;

import java.sql.Types;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.salon.notification.database.Columns;
import org.salon.notification.plan.DeliveryKind;
import org.salon.notification.plan.MemberPlan;
import org.salon.notification.plan.PlannedDelivery;
import org.salon.notification.salon.Salon;

import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The ledger's rows of announcements: many of a salon's in one statement. */
@Repository
class AnnouncementRows {

	/**
	 * What {@link DeliveryIds#of} makes of the same key: an MD5 as a UUID of version 3.
	 */
	static final String ID = """
			CAST(encode(set_byte(set_byte(k.hash, 6, (get_byte(k.hash, 6) & 15) | 48),
				8, (get_byte(k.hash, 8) & 63) | 128), 'hex') AS uuid)""";

	private final JdbcClient jdbc;

	AnnouncementRows(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Plans it for the next people in the order of their ids who are to hear of it, as
	 * {@link MemberPlan#announces} has it.
	 */
	Range insert(AnnouncementRun run, PlannedDelivery planned, int people) {
		return insert(run, "m.id > CAST(:who AS uuid)", run.plannedTo(), planned, run.cause(), people);
	}

	/** Plans it for that person alone. */
	boolean insertFor(AnnouncementRun run, UUID member, PlannedDelivery planned, Cause cause) {
		return insert(run, "m.id = CAST(:who AS uuid)", member, planned, cause, 1).planned() > 0;
	}

	private Range insert(AnnouncementRun run, String which, UUID who, PlannedDelivery planned, Cause cause,
			int people) {
		return this.jdbc
			.sql("""
					WITH people AS MATERIALIZED (
						SELECT m.id, m.email FROM member m
						WHERE %s AND m.announcements AND m.subscribed_at <= :announcedAt
						ORDER BY m.id
						LIMIT :people
					), planned AS (
						INSERT INTO delivery (id, channel, member_id, salon_number, kind, occurrence, priority, state, lane,
							due_at, attempt_at, not_after, address, caused_by, caused_at, traceparent)
						SELECT %s, :channel, m.id, :salon, :kind, :occurrence, :priority, 'PLANNED', :lane, :dueAt, :dueAt,
							:notAfter, m.email, :event, :at, :traceparent
						FROM people m CROSS JOIN LATERAL (SELECT decode(md5(concat_ws('|', CAST(:channel AS text), m.id,
							CAST(:salon AS integer), CAST(:kind AS text), CAST(:occurrence AS text))), 'hex') AS hash) k
						WHERE NOT EXISTS (SELECT 1 FROM registration r
							WHERE r.salon_number = :salon AND r.member_id = m.id)
						ON CONFLICT ON CONSTRAINT one_row_per_message DO NOTHING
						RETURNING 1
					)
					SELECT (SELECT id FROM people ORDER BY id DESC LIMIT 1) AS last, (SELECT count(*) FROM people) AS people,
						(SELECT count(*) FROM planned) AS planned
					"""
				.formatted(which, ID))
			.param("who", who)
			.param("people", people)
			.param("channel", Channels.MAIL)
			.param("salon", run.salon())
			.param("kind", planned.kind().name())
			.param("occurrence", planned.occurrence())
			.param("priority", planned.kind().priority())
			.param("lane", new Lane(run.salon(), null).text())
			.param("dueAt", Columns.timestamp(planned.dueAt()))
			.param("notAfter", Columns.timestamp(run.notAfter()))
			.param("event", cause.eventId())
			.param("at", Columns.timestamp(cause.at()))
			.param("traceparent", cause.traceparent(), Types.VARCHAR)
			.param("announcedAt", Columns.timestamp(run.announcedAt()))
			.query((row, index) -> new Range(Objects.requireNonNullElse(Columns.nullableUuid(row, "last"), who),
					row.getInt("people"), row.getInt("planned")))
			.single();
	}

	/**
	 * How many announcements of the salon stand how; those to come as well, and not those
	 * that were closed and are not wanted any more.
	 */
	Map<Standing, Integer> count(Salon salon) {
		Map<Standing, Integer> counts = new EnumMap<>(Standing.class);
		this.jdbc.sql("""
				SELECT CASE
						WHEN d.unknown OR d.state IN ('SENDING', 'SENT', 'UNKNOWN') THEN 'HANDED_OVER'
						WHEN d.state NOT IN ('PLANNED', 'LEASED', 'RETRY') THEN d.state
						WHEN w.id IS NULL THEN 'UNWANTED'
						WHEN s.address IS NOT NULL THEN 'NO_MAIL'
						WHEN d.id IS NULL THEN 'NEW'
						ELSE 'PLANNED' END AS standing, count(*) AS recipients
				FROM (
					SELECT m.id, m.email FROM member m
					WHERE NOT :cancelled AND m.announcements AND m.subscribed_at <= CAST(:announcedAt AS timestamptz)
						AND NOT EXISTS (SELECT 1 FROM registration r
							WHERE r.salon_number = :salon AND r.member_id = m.id)
				) w FULL JOIN (
					SELECT id, member_id, state, unknown FROM delivery
					WHERE channel = :channel AND salon_number = :salon AND kind = 'ANNOUNCEMENT'
				) d ON d.member_id = w.id
				LEFT JOIN suppression s ON s.address = lower(w.email)
				WHERE w.id IS NOT NULL OR d.unknown OR d.state NOT IN ('FAILED', 'EXPIRED', 'SUPPRESSED', 'SUPERSEDED',
					'CANCELLED')
				GROUP BY standing
				""")
			.param("cancelled", salon.cancelled())
			.param("announcedAt", Columns.nullableTimestamp(salon.announcedAt()), Types.TIMESTAMP_WITH_TIMEZONE)
			.param("salon", salon.number())
			.param("channel", Channels.MAIL)
			.query((RowCallbackHandler) (row) -> counts.put(Standing.valueOf(row.getString("standing")),
					row.getInt("recipients")));
		return counts;
	}

	/** Of those not sent yet, so many are of use until that moment from now on. */
	int move(int salon, Instant notAfter, int limit) {
		return this.jdbc.sql("""
				UPDATE delivery d SET not_after = :notAfter
				FROM (
					SELECT id FROM delivery WHERE salon_number = :salon AND kind = 'ANNOUNCEMENT' AND open
						AND state IN ('PLANNED', 'LEASED', 'RETRY') AND NOT unknown AND not_after <> :notAfter
					LIMIT :limit FOR UPDATE
				) open
				WHERE d.id = open.id
				""")
			.param("notAfter", Columns.timestamp(notAfter))
			.param("salon", salon)
			.param("limit", limit)
			.update();
	}

	void readdress(UUID member, String address) {
		this.jdbc.sql("""
				UPDATE delivery SET address = :address WHERE channel = :channel AND member_id = :member
					AND kind = 'ANNOUNCEMENT' AND state IN ('PLANNED', 'LEASED', 'RETRY') AND NOT unknown
					AND address <> :address
				""").param("address", address).param("channel", Channels.MAIL).param("member", member).update();
	}

	List<Outcome> closeOfSalon(int salon, String reason, int limit) {
		return close("salon_number = CAST(:salon AS integer)", null, salon, reason, limit);
	}

	List<Outcome> closeOfMember(UUID member, String reason, int limit) {
		return close("channel = 'mail' AND member_id = CAST(:member AS uuid)", member, null, reason, limit);
	}

	List<Outcome> closeOf(UUID member, int salon, String reason) {
		return close(
				"channel = 'mail' AND member_id = CAST(:member AS uuid) AND salon_number = CAST(:salon AS integer)",
				member, salon, reason, 1);
	}

	private List<Outcome> close(String which, @Nullable UUID member, @Nullable Integer salon, String reason,
			int limit) {
		return this.jdbc
			.sql("""
					UPDATE delivery d SET state = 'CANCELLED', reason = :reason, closed_by = 'PLAN', fence = d.fence + 1,
						event_version = d.event_version + 1
					FROM (
						SELECT id FROM delivery WHERE %s AND kind = '%s' AND open AND state IN ('PLANNED', 'LEASED', 'RETRY')
							AND NOT unknown
						LIMIT :limit FOR UPDATE
					) open
					WHERE d.id = open.id
					RETURNING %s
					"""
				.formatted(which, DeliveryKind.ANNOUNCEMENT, Outcome.COLUMNS))
			.param("reason", reason)
			.param("member", member)
			.param("salon", salon)
			.param("limit", limit)
			.query(Outcome::of)
			.list();
	}

	/**
	 * What was looked at.
	 *
	 * @param last the person that the next ones come after
	 * @param people so many wanted to hear of it
	 * @param planned of so many that was not known before
	 */
	record Range(UUID last, int people, int planned) {
	}

	/** How one person's announcement stands, whether there is a row of it or not. */
	enum Standing {

		/** The mail server has it, or may have it. */
		HANDED_OVER,
		/** It is in the ledger and is not to be sent any more. */
		UNWANTED,
		/** The address takes no mail. */
		NO_MAIL,
		/** It waits. */
		PLANNED,
		/** It is not in the ledger yet. */
		NEW,
		/** What became of it without being sent. */
		FAILED, EXPIRED, SUPPRESSED, SUPERSEDED, CANCELLED

	}

}
