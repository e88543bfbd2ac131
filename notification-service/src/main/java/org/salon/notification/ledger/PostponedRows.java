package org.salon.notification.ledger;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

import org.salon.notification.database.Columns;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** News in the ledger that would come at night. */
@Repository
class PostponedRows {

	/** So far ahead those are looked for that would be claimed next. */
	private static final int HEAD = 2_000;

	private final JdbcClient jdbc;

	PostponedRows(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Puts the news off that are at the heads of the lanes and for people in these zones.
	 */
	void postpone(List<Lane> lanes, Map<ZoneId, Instant> zones, String reason, Instant now) {
		this.jdbc.sql("""
				WITH head AS MATERIALIZED (
					SELECT c.id, z.until
					FROM unnest(CAST(:lanes AS text[])) AS l (lane)
					CROSS JOIN LATERAL (
						SELECT d.id, d.member_id, d.salon_number FROM delivery d
						WHERE d.lane = l.lane AND d.kind IN ('ANNOUNCEMENT', 'REPLAY')
							AND d.open AND d.state IN ('PLANNED', 'RETRY', 'UNKNOWN') AND d.attempt_at <= :now
						ORDER BY d.priority, d.attempt_at
						LIMIT :head
						FOR UPDATE OF d SKIP LOCKED
					) c
					JOIN member m ON m.id = c.member_id
					LEFT JOIN salon s ON s.number = c.salon_number
					JOIN unnest(CAST(:zones AS text[]), CAST(:untils AS timestamptz[])) AS z (zone, until)
						ON z.zone = COALESCE(m.zone, s.state -> 'facts' ->> 'zone')
				)
				UPDATE delivery d SET attempt_at = head.until, reason = :reason FROM head WHERE d.id = head.id
				""")
			.param("lanes", lanes.stream().map(Lane::text).toArray(String[]::new))
			.param("zones", zones.keySet().stream().map(ZoneId::getId).toArray(String[]::new))
			.param("untils", zones.values().stream().map(Instant::toString).toArray(String[]::new))
			.param("head", HEAD)
			.param("reason", reason)
			.param("now", Columns.timestamp(now))
			.update();
	}

}
