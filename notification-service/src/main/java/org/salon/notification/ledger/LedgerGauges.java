package org.salon.notification.ledger;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.salon.notification.database.Columns;
import org.salon.notification.metrics.NotificationMetrics;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What waits in the ledger, counted anew at most once a second. */
@Component
class LedgerGauges {

	private static final List<LedgerState> WAITING = List.of(LedgerState.PLANNED, LedgerState.LEASED,
			LedgerState.SENDING, LedgerState.RETRY, LedgerState.UNKNOWN);

	private final JdbcClient jdbc;

	private final Clock clock;

	private Count count = new Count(Map.of(), Double.NaN);

	private long countedAt = System.nanoTime() - Duration.ofSeconds(2).toNanos();

	LedgerGauges(JdbcClient jdbc, NotificationMetrics metrics, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
		WAITING.forEach((state) -> metrics.backlog(state.name(), this,
				(gauges) -> gauges.count().rows().getOrDefault(state.name(), 0L)));
		metrics.oldestDue(this, (gauges) -> gauges.count().age());
	}

	private synchronized Count count() {
		if (System.nanoTime() - this.countedAt > Duration.ofSeconds(1).toNanos()) {
			this.count = new Count(rows(), age());
			this.countedAt = System.nanoTime();
		}
		return this.count;
	}

	private Map<String, Long> rows() {
		return this.jdbc.sql("""
				SELECT state, count(*) AS rows FROM delivery
				WHERE state IN ('PLANNED', 'LEASED', 'SENDING', 'RETRY', 'UNKNOWN') GROUP BY state
				""")
			.query((row, index) -> Map.entry(row.getString("state"), row.getLong("rows")))
			.list()
			.stream()
			.collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
	}

	/**
	 * Announcements wait until nothing else does, as many as they are: that is no alarm.
	 */
	private double age() {
		Instant now = this.clock.instant();
		return this.jdbc.sql("""
				SELECT min(due_at) AS due FROM delivery
				WHERE state IN ('PLANNED', 'LEASED', 'SENDING', 'RETRY', 'UNKNOWN')
					AND kind <> 'ANNOUNCEMENT'
				""").query((row, index) -> {
			Instant due = Columns.nullableInstant(row, "due");
			return (due == null || due.isAfter(now)) ? 0.0 : Duration.between(due, now).toMillis() / 1000.0;
		}).single();
	}

	private record Count(Map<String, Long> rows, double age) {
	}

}
