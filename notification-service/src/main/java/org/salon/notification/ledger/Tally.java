package org.salon.notification.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.salon.notification.database.Columns;
import org.salon.notification.plan.DeliveryKind;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Repository;

/**
 * How many mails came to what, by the hour. Counted in the transaction that settles them,
 * so that the counts are those of the ledger, whatever fails. A row for each hour would
 * be one that all senders wait for: each adds rows of its own, and what was added is
 * summed up every few seconds. Whoever reads sees both, or neither twice.
 */
@Repository
class Tally {

	/** What was counted, whether it is summed up yet or not. */
	static final String COUNTED = "(SELECT * FROM delivery_tally UNION ALL SELECT * FROM delivery_tally_fresh)";

	private static final Logger log = LoggerFactory.getLogger(Tally.class);

	/** Stands before an outcome that holds no more. */
	private static final String NO_MORE = "-";

	/** Keeps this lock apart from any other advisory locks of the database. */
	private static final int LOCK = 0x7A11;

	private final JdbcClient jdbc;

	Tally(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** Counts what these came to. */
	void add(Collection<Outcome> outcomes, Instant at) {
		write(outcomes.stream()
			.map((outcome) -> new Line(outcome.salonNumber(), outcome.kind(), outcome.state().name(),
					seconds(outcome, at))),
				at);
	}

	/** These had come to something, and are open again or will come to something else. */
	void takeBack(Collection<Former> former, Instant at) {
		write(former.stream()
			.filter((one) -> one.state().settled() && one.state() != one.now())
			.map((one) -> new Line(one.salonNumber(), one.kind(), NO_MORE + one.state(), null)), at);
	}

	private void write(Stream<Line> lines, Instant at) {
		Map<Line, Long> counts = lines.collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
		if (counts.isEmpty()) {
			return;
		}
		List<Line> rows = new ArrayList<>(counts.keySet());
		this.jdbc.sql("""
				INSERT INTO delivery_tally_fresh (hour, salon_number, kind, outcome, seconds, mails)
				SELECT :hour, t.* FROM unnest(CAST(:salons AS integer[]), CAST(:kinds AS text[]),
					CAST(:outcomes AS text[]), CAST(:seconds AS integer[]), CAST(:mails AS bigint[])) AS t
				""")
			.param("hour", Columns.timestamp(at.truncatedTo(ChronoUnit.HOURS)))
			.param("salons", rows.stream().map(Line::salon).toArray(Integer[]::new))
			.param("kinds", rows.stream().map((line) -> line.kind().name()).toArray(String[]::new))
			.param("outcomes", rows.stream().map(Line::outcome).toArray(String[]::new))
			.param("seconds", rows.stream().map(Line::seconds).toArray(Integer[]::new))
			.param("mails", rows.stream().map(counts::get).toArray(Long[]::new))
			.update();
	}

	/** Only one instance does at a time; the others have nothing to do then. */
	@Scheduled(fixedDelay = 10_000)
	void sumUp() {
		try {
			this.jdbc.sql("""
					WITH turn AS MATERIALIZED (SELECT pg_try_advisory_xact_lock(?) AS mine), gone AS (
						DELETE FROM delivery_tally_fresh WHERE (SELECT mine FROM turn) RETURNING *
					)
					INSERT INTO delivery_tally AS t (hour, salon_number, kind, outcome, seconds, mails)
					SELECT hour, salon_number, kind, outcome, seconds, sum(mails) FROM gone GROUP BY 1, 2, 3, 4, 5
					ON CONFLICT ON CONSTRAINT one_row_per_tally DO UPDATE SET mails = t.mails + excluded.mails
					""").param(LOCK).update();
		}
		catch (DataAccessException ex) {
			log.warn("Counts cannot be summed up now; they are with the next", ex);
		}
	}

	/** How many of a salon's came to what, as it is now. */
	List<Count> ofSalon(int salon) {
		return this.jdbc.sql("""
				SELECT kind, ltrim(outcome, '-') AS outcome,
					sum(CASE WHEN outcome LIKE '-%%' THEN -mails ELSE mails END) AS mails
				FROM %s t WHERE salon_number = ? GROUP BY 1, 2 HAVING
					sum(CASE WHEN outcome LIKE '-%%' THEN -mails ELSE mails END) <> 0
				""".formatted(COUNTED))
			.param(salon)
			.query((row, index) -> new Count(DeliveryKind.valueOf(row.getString("kind")),
					LedgerState.valueOf(row.getString("outcome")), row.getLong("mails")))
			.list();
	}

	private static @Nullable Integer seconds(Outcome outcome, Instant at) {
		return (outcome.kind() == DeliveryKind.CONFIRMATION && outcome.state() == LedgerState.SENT)
				? Promptness.step(Duration.between(outcome.causedAt(), at)) : null;
	}

	private record Line(@Nullable Integer salon, DeliveryKind kind, String outcome, @Nullable Integer seconds) {
	}

	/** So many of one kind came to that. */
	record Count(DeliveryKind kind, LedgerState state, long mails) {
	}

	/**
	 * What a message was at before, and is at now.
	 */
	record Former(@Nullable Integer salonNumber, DeliveryKind kind, LedgerState state, LedgerState now) {

		/**
		 * What {@link #of} reads, for a {@code RETURNING} clause of an update of delivery
		 * d.
		 */
		static final String COLUMNS = "d.salon_number, d.kind, OLD.state AS former, d.state";

		static Former of(ResultSet row, int index) throws SQLException {
			return new Former(Columns.nullableInteger(row, "salon_number"), DeliveryKind.valueOf(row.getString("kind")),
					LedgerState.valueOf(row.getString("former")), LedgerState.valueOf(row.getString("state")));
		}

	}

}
