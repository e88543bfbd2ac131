package org.salon.notification.ledger;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
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

	private Count count = new Count(Map.of(), new Ages(Double.NaN, Double.NaN), Double.NaN);

	private long countedAt = System.nanoTime() - Duration.ofSeconds(2).toNanos();

	LedgerGauges(JdbcClient jdbc, NotificationMetrics metrics, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
		WAITING.forEach((state) -> metrics.backlog(state.name(), this,
				(gauges) -> gauges.count().rows().getOrDefault(state.name(), 0L)));
		metrics.oldestDue(this, (gauges) -> gauges.count().ages().oldest());
		metrics.oldestDueReminder(this, (gauges) -> gauges.count().ages().oldestReminder());
		metrics.suppressed(this, (gauges) -> gauges.count().suppressed());
	}

	private synchronized Count count() {
		if (System.nanoTime() - this.countedAt > Duration.ofSeconds(1).toNanos()) {
			this.count = new Count(rows(), ages(), suppressed());
			this.countedAt = System.nanoTime();
		}
		return this.count;
	}

	private Map<String, Long> rows() {
		return this.jdbc.sql("""
				SELECT state, count(*) AS rows FROM delivery
				WHERE %s GROUP BY state
				""".formatted(DueRows.OPEN))
			.query((row, index) -> Map.entry(row.getString("state"), row.getLong("rows")))
			.list()
			.stream()
			.collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
	}

	/**
	 * Announcements wait until nothing else does, and what an organiser writes may be
	 * many at once: that is no alarm.
	 */
	private Ages ages() {
		return this.jdbc.sql("""
				SELECT min(due_at) AS due, min(due_at) FILTER (WHERE kind = 'REMINDER') AS reminder FROM delivery
				WHERE %s AND kind NOT IN ('ANNOUNCEMENT', 'MESSAGE')
				""".formatted(DueRows.OPEN))
			.query((row, index) -> new Ages(age(Columns.nullableInstant(row, "due")),
					age(Columns.nullableInstant(row, "reminder"))))
			.single();
	}

	private double age(@Nullable Instant due) {
		Instant now = this.clock.instant();
		return (due == null || due.isAfter(now)) ? 0.0 : Duration.between(due, now).toMillis() / 1000.0;
	}

	private double suppressed() {
		return this.jdbc.sql("SELECT count(*) FROM suppression").query(Long.class).single();
	}

	private record Ages(double oldest, double oldestReminder) {
	}

	private record Count(Map<String, Long> rows, Ages ages, double suppressed) {
	}

}
