package org.salon.notification.ledger;

import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;
import org.salon.notification.database.Columns;
import org.salon.notification.plan.DeliveryKind;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What became of mails over time, from what is counted already. */
@Component
public class OutcomeCharts {

	/** What is longer is counted by the day. */
	private static final Duration HOURLY = Duration.ofDays(4);

	private final JdbcClient jdbc;

	OutcomeCharts(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * How many mails came to what, by the hour for up to four days and else by the day,
	 * both as of UTC. One that was tried again later counts each time.
	 * @param salon only of that one
	 */
	public Outcomes outcomes(@Nullable Integer salon, Instant from, Instant to) {
		String step = (Duration.between(from, to).compareTo(HOURLY) > 0) ? "day" : "hour";
		List<Point> points = this.jdbc.sql("""
				SELECT date_trunc(:step, hour, 'UTC') AS at, kind, outcome, CAST(sum(mails) AS bigint) AS mails
				FROM %s t
				WHERE hour >= date_trunc(:step, CAST(:from AS timestamptz), 'UTC') AND hour < :to
					AND (CAST(:salon AS integer) IS NULL OR salon_number = :salon) AND outcome NOT LIKE '-%%'
				GROUP BY 1, 2, 3 ORDER BY 1, 2, 3
				""".formatted(Tally.COUNTED))
			.param("step", step)
			.param("from", Columns.timestamp(from))
			.param("to", Columns.timestamp(to))
			.param("salon", salon, Types.INTEGER)
			.query((row, index) -> new Point(Columns.instant(row, "at"), DeliveryKind.valueOf(row.getString("kind")),
					LedgerState.valueOf(row.getString("outcome")), row.getLong("mails")))
			.list();
		return new Outcomes(step, from, to, points);
	}

	/** How long people waited from the sign-up until their confirmation was sent. */
	public Waits promptness(@Nullable Integer salon, Instant from, Instant to) {
		Map<Integer, Long> counted = new TreeMap<>();
		this.jdbc.sql("""
				SELECT seconds, CAST(sum(mails) AS bigint) AS mails FROM %s t
				WHERE hour >= date_trunc('hour', CAST(:from AS timestamptz), 'UTC') AND hour < :to
					AND (CAST(:salon AS integer) IS NULL OR salon_number = :salon) AND seconds IS NOT NULL
				GROUP BY 1
				""".formatted(Tally.COUNTED))
			.param("from", Columns.timestamp(from))
			.param("to", Columns.timestamp(to))
			.param("salon", salon, Types.INTEGER)
			.query((row, index) -> Map.entry(row.getInt("seconds"), row.getLong("mails")))
			.list()
			.forEach((entry) -> counted.put(entry.getKey(), entry.getValue()));
		List<Wait> waits = new ArrayList<>();
		for (Integer seconds : Promptness.STEPS) {
			waits.add(new Wait((seconds == Promptness.LONGER) ? null : seconds, counted.getOrDefault(seconds, 0L)));
		}
		return new Waits(from, to, counted.values().stream().mapToLong(Long::longValue).sum(), waits);
	}

	/**
	 * What became of mails over time.
	 *
	 * @param step {@code hour} or {@code day}
	 */
	public record Outcomes(String step, Instant from, Instant to, List<Point> points) {
	}

	/**
	 * So many of one kind came to that.
	 *
	 * @param at when that hour or day begins
	 */
	public record Point(Instant at, DeliveryKind kind, LedgerState outcome, long mails) {
	}

	/**
	 * How long people waited.
	 *
	 * @param confirmations that were sent
	 */
	public record Waits(Instant from, Instant to, long confirmations, List<Wait> waits) {
	}

	/**
	 * So many waited no longer, and longer than the one before.
	 *
	 * @param withinSeconds absent for the last
	 */
	public record Wait(@Nullable Integer withinSeconds, long confirmations) {
	}

}
