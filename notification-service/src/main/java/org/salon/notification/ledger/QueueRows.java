package org.salon.notification.ledger;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.salon.notification.database.Columns;
import org.salon.notification.plan.DeliveryKind;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What waits in the ledger, counted by lanes. */
@Repository
class QueueRows {

	private final JdbcClient jdbc;

	QueueRows(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	List<Count> count(Instant now) {
		return this.jdbc.sql("""
				SELECT kind, state, lane, count(*) AS rows,
					count(*) FILTER (WHERE state IN ('PLANNED', 'RETRY', 'UNKNOWN') AND attempt_at <= :now) AS due,
					min(due_at) FILTER (WHERE state IN ('PLANNED', 'RETRY', 'UNKNOWN') AND attempt_at <= :now) AS oldest
				FROM delivery WHERE %s
				GROUP BY kind, state, lane
				""".formatted(DueRows.OPEN))
			.param("now", Columns.timestamp(now))
			.query((row, index) -> new Count(DeliveryKind.valueOf(row.getString("kind")),
					LedgerState.valueOf(row.getString("state")), Lane.of(row.getString("lane")), row.getLong("rows"),
					row.getLong("due"), Columns.nullableInstant(row, "oldest")))
			.list();
	}

	/** Salons whose announcements are not to be claimed now. */
	List<Integer> paused() {
		return this.jdbc.sql("SELECT salon_number FROM announcement_run WHERE NOT (state = 'GOING' AND settled)")
			.query(Integer.class)
			.list();
	}

	/**
	 * So many of one kind, at one state, in one lane.
	 *
	 * @param due of which so many are due
	 */
	record Count(DeliveryKind kind, LedgerState state, Lane lane, long rows, long due, @Nullable Instant oldest) {
	}

}
