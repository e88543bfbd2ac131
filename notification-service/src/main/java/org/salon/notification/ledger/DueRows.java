package org.salon.notification.ledger;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.salon.notification.database.Columns;
import org.salon.notification.database.StoredJson;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The ledger's rows as they wait, lane by lane, and are claimed. */
@Repository
class DueRows {

	/**
	 * What is open, for those who ask for no lane: by an index that the planner takes
	 * only for a condition on its first column.
	 */
	static final String OPEN = "open AND lane >= ''";

	/** By the same index, which the state alone would not lead to. */
	private static final String WAITING = "open AND state IN ('PLANNED', 'RETRY', 'UNKNOWN')";

	/** What waits, and what a sender has left behind. */
	static final String CLAIMABLE = "open AND (state IN ('PLANNED', 'RETRY', 'UNKNOWN') OR lease_until < clock_timestamp())";

	/** So far ahead those are looked for that have to wait for their domain too. */
	private static final int HEAD = 2_000;

	private final JdbcClient jdbc;

	DueRows(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * The lanes in which something is open that may go: not those of announcements that
	 * are paused. Jumps from one to the next in the index, however many wait in each.
	 */
	List<Lane> lanes() {
		return this.jdbc.sql("""
				WITH RECURSIVE open AS (
					SELECT CAST('' AS text) COLLATE "C" AS lane
					UNION ALL
					SELECT (SELECT d.lane FROM delivery d WHERE d.open AND d.lane > o.lane ORDER BY d.lane LIMIT 1)
					FROM open o WHERE o.lane IS NOT NULL
				)
				SELECT lane FROM open o
				WHERE lane IS NOT NULL AND NOT EXISTS (SELECT 1 FROM announcement_run r
					WHERE r.salon_number = CAST(substring(o.lane FROM '^[0-9]+') AS integer)
						AND NOT (r.state = 'GOING' AND r.settled))
				""").query((row, index) -> Lane.of(row.getString("lane"))).list();
	}

	/**
	 * Takes those of these lanes that are due, most urgent first, as they stand in the
	 * index; of what a sender left behind in the midst of it the mail server may have the
	 * message. What it may have goes before all else to its person about that salon. The
	 * planner would rather read and sort all that wait, by the index of deadlines, so
	 * that one is kept out of its sight; and it takes what is in hand for next to nothing
	 * and would read all of it for each, so that the offset makes it look up each
	 * person's rows.
	 * @param rooms at most so many of each lane
	 */
	List<Lease> claim(UUID owner, Map<Lane, Integer> rooms, int limit, Duration lease, Instant now) {
		return this.jdbc.sql("""
				WITH due AS MATERIALIZED (
					SELECT c.id FROM unnest(CAST(:lanes AS text[]), CAST(:rooms AS integer[])) AS l (lane, room)
					CROSS JOIN LATERAL (
						SELECT c.id, c.priority, c.attempt_at FROM delivery c
						WHERE c.lane = l.lane AND %s AND c.attempt_at <= :now AND (c.not_after > :now) IS TRUE
							AND NOT EXISTS (SELECT 1 FROM delivery o WHERE o.member_id = c.member_id AND o.open
								AND o.salon_number IS NOT DISTINCT FROM c.salon_number AND o.id <> c.id
								AND (o.unknown OR o.state IN ('SENDING', 'UNKNOWN')
									OR (o.state = 'LEASED' AND o.lease_until >= clock_timestamp())) OFFSET 0)
						ORDER BY c.priority, c.attempt_at
						LIMIT l.room
						FOR UPDATE OF c SKIP LOCKED
					) c
					ORDER BY c.priority, c.attempt_at
					LIMIT :limit
				)
				UPDATE delivery d SET state = 'LEASED', fence = d.fence + 1, lease_owner = :owner,
					lease_until = clock_timestamp() + :lease * interval '1 millisecond',
					unknown = d.unknown OR d.state = 'SENDING',
					reason = CASE d.state WHEN 'SENDING' THEN 'the sender stopped in the midst of it' ELSE d.reason END
				FROM due
				WHERE d.id = due.id
				RETURNING %s
				""".formatted(CLAIMABLE, Lease.COLUMNS))
			.param("owner", owner)
			.param("lanes", rooms.keySet().stream().map(Lane::text).toArray(String[]::new))
			.param("rooms", rooms.values().toArray(Integer[]::new))
			.param("lease", lease.toMillis())
			.param("limit", limit)
			.param("now", Columns.timestamp(now))
			.query(Lease::of)
			.list();
	}

	/** Puts back what was just claimed, as if it had not been, where it is to wait. */
	void putBack(Collection<PutBack> rows) {
		this.jdbc.sql("""
				UPDATE delivery d SET lease_owner = NULL, lease_until = NULL, lane = COALESCE(r.lane, d.lane),
					attempt_at = COALESCE(r.attempt_at, d.attempt_at), reason = COALESCE(r.reason, d.reason),
					state = CASE WHEN d.unknown THEN 'UNKNOWN' WHEN d.attempts > 0 THEN 'RETRY' ELSE 'PLANNED' END
				FROM jsonb_to_recordset(CAST(? AS jsonb))
					AS r (id uuid, fence bigint, lane text, attempt_at timestamptz, reason text)
				WHERE d.id = r.id AND d.fence = r.fence AND d.state = 'LEASED'
				""").param(StoredJson.write(rows)).update();
	}

	/**
	 * Those at the heads of these lanes that would be claimed soon, and would have to
	 * wait for one of these domains, go out of the way of the others together.
	 */
	void setAside(Collection<Lane> lanes, Collection<String> domains, Instant now) {
		this.jdbc.sql("""
				WITH head AS MATERIALIZED (
					SELECT c.id, lower(substring(c.address FROM '[^@]*$')) AS domain
					FROM unnest(CAST(:lanes AS text[])) AS l (lane)
					CROSS JOIN LATERAL (
						SELECT c.id, c.address FROM delivery c
						WHERE c.lane = l.lane AND %s AND c.attempt_at <= :now
						ORDER BY c.priority, c.attempt_at
						LIMIT :head
						FOR UPDATE OF c SKIP LOCKED
					) c
				)
				UPDATE delivery d SET lane = d.lane || '@' || head.domain
				FROM head
				WHERE d.id = head.id AND head.domain = ANY (CAST(:domains AS text[]))
				""".formatted(WAITING))
			.param("lanes",
					lanes.stream().filter((lane) -> lane.domain() == null).map(Lane::text).toArray(String[]::new))
			.param("domains", domains.toArray(String[]::new))
			.param("head", HEAD)
			.param("now", Columns.timestamp(now))
			.update();
	}

	/** When the first of each lane is to be tried. */
	Map<Lane, Instant> next(Collection<Lane> lanes) {
		return this.jdbc.sql("""
				SELECT l.lane, min(n.attempt_at) AS next
				FROM unnest(CAST(? AS text[])) AS l (lane) CROSS JOIN generate_series(0, 9) AS p (priority)
				CROSS JOIN LATERAL (SELECT d.attempt_at FROM delivery d
					WHERE d.lane = l.lane AND d.priority = p.priority AND %s
					ORDER BY d.attempt_at LIMIT 1) n
				GROUP BY l.lane
				""".formatted(WAITING))
			.param(lanes.stream().map(Lane::text).toArray(String[]::new))
			.query((row, index) -> Map.entry(Lane.of(row.getString("lane")), Columns.instant(row, "next")))
			.list()
			.stream()
			.collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
	}

	/** When the first of all runs out of time. */
	@Nullable Instant nextToExpire() {
		return this.jdbc
			.sql("SELECT min(not_after) AS next FROM delivery WHERE not_after > '-infinity' AND %s".formatted(WAITING))
			.query((row, index) -> new Expiry(Columns.nullableInstant(row, "next")))
			.single()
			.at();
	}

	private record Expiry(@Nullable Instant at) {
	}

	/**
	 * A row to be put back.
	 *
	 * @param lane where it waits from now on, if it is another
	 * @param attempt_at when it is to be tried, if that is another moment
	 */
	record PutBack(UUID id, long fence, @Nullable String lane, @Nullable Instant attempt_at, @Nullable String reason) {
	}

}
