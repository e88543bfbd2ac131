package org.salon.benchmarks.ledger;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;

import org.salon.benchmarks.system.CpuTimes;
import org.salon.benchmarks.system.RunningSystem;
import org.salon.benchmarks.system.SalonClient;

/** A running system whose ledger has so many rows. */
public final class FilledLedger implements AutoCloseable {

	/** The salon that all of it is like. */
	public static final int SALON = 900_005;

	/** The person that all of it is like. */
	public static final String PATTERN = "pattern@example.org";

	private static final Duration LOOK_EVERY = Duration.ofMillis(250);

	/** To plan them and to look at the tables takes some seconds. */
	private static final Duration AHEAD = Duration.ofSeconds(8);

	private static final int PATIENCE_SECONDS = 180;

	private final long rows;

	private final RunningSystem system;

	private final Connection connection;

	private final LedgerTables tables;

	private final boolean closesSystem;

	FilledLedger(RunningSystem system, long rows) throws SQLException {
		this(system, rows, true);
	}

	/**
	 * A ledger to be filled.
	 * @param closesSystem whether the system ends with it
	 */
	public FilledLedger(RunningSystem system, long rows, boolean closesSystem) throws SQLException {
		this.closesSystem = closesSystem;
		this.rows = rows;
		this.system = system;
		this.connection = system.database().connect("notification");
		this.tables = new LedgerTables(this.connection);
	}

	/** As after years. */
	public void fill() throws SQLException, InterruptedException {
		try (SalonClient client = new SalonClient(this.system.registration())) {
			client.announce(SALON);
			client.register(SALON, PATTERN);
		}
		await("no confirmation was sent, or no reminder planned", """
				SELECT count(DISTINCT d.state) = 2 FROM delivery d JOIN member m ON m.id = d.member_id
				WHERE m.email = '%s' AND d.state IN ('SENT', 'PLANNED')""".formatted(PATTERN));
		this.tables.fill(PATTERN, this.rows);
	}

	/** Sends so many reminders that are due in the same second. */
	Turn send(String name, int deliveries) throws SQLException, InterruptedException {
		Instant due = Instant.now().truncatedTo(ChronoUnit.SECONDS).plus(AHEAD);
		this.tables.plan(PATTERN, name, deliveries, due);
		// So that the looking on costs the same, however many rows there are.
		run("SET enable_seqscan = off; SET enable_hashjoin = off; SET enable_mergejoin = off");
		Duration left = Duration.between(Instant.now(), due);
		if (left.isPositive()) {
			Thread.sleep(left);
		}
		Map<String, ProcessHandle> database = Map.of("postgres", this.system.parts().get("postgres"));
		CpuTimes before = CpuTimes.of(database);
		await("reminders were not sent", """
				SELECT NOT EXISTS (SELECT 1 FROM (SELECT id FROM planned ORDER BY n DESC) p
					JOIN delivery d ON d.id = p.id WHERE d.state <> 'SENT' LIMIT 1)""");
		await("events were not relayed", "SELECT NOT EXISTS (SELECT 1 FROM messaging.outbox_pending)");
		Duration used = CpuTimes.of(database).since(before, "postgres");
		run("RESET ALL");
		return new Turn(millis(due) / deliveries, used.toNanos() / 1e6 / deliveries);
	}

	/** From then to the last acceptance. */
	private double millis(Instant due) throws SQLException {
		try (Statement sql = this.connection.createStatement(); ResultSet row = sql.executeQuery("""
				SELECT extract(epoch FROM max(d.sent_at) - '%s') * 1000, bool_and(d.attempts = 1)
				FROM planned p JOIN delivery d ON d.id = p.id""".formatted(due))) {
			row.next();
			if (!row.getBoolean(2)) {
				throw new IllegalStateException("Not every reminder went out at the first attempt");
			}
			return row.getDouble(1);
		}
	}

	/** Size of the ledger with its indexes. */
	double gigabytes() throws SQLException {
		try (Statement sql = this.connection.createStatement();
				ResultSet row = sql.executeQuery("SELECT pg_total_relation_size('delivery') / 1e9")) {
			row.next();
			return row.getDouble(1);
		}
	}

	RunningSystem system() {
		return this.system;
	}

	long rows() {
		return this.rows;
	}

	private void await(String failure, String condition) throws SQLException, InterruptedException {
		long deadline = System.nanoTime() + Duration.ofSeconds(PATIENCE_SECONDS).toNanos();
		while (!holds(condition)) {
			if (System.nanoTime() > deadline) {
				throw new IllegalStateException("Within " + PATIENCE_SECONDS + " s " + failure);
			}
			Thread.sleep(LOOK_EVERY);
		}
	}

	private boolean holds(String condition) throws SQLException {
		try (Statement sql = this.connection.createStatement(); ResultSet row = sql.executeQuery(condition)) {
			row.next();
			return row.getBoolean(1);
		}
	}

	private void run(String sql) throws SQLException {
		try (Statement statement = this.connection.createStatement()) {
			statement.execute(sql);
		}
	}

	@Override
	public void close() throws SQLException {
		this.connection.close();
		if (this.closesSystem) {
			this.system.close();
		}
	}

	/**
	 * What one delivery cost.
	 *
	 * @param millis of the time until all were accepted
	 * @param database milliseconds of processor time of PostgreSQL, until all events are
	 * with the broker
	 */
	record Turn(double millis, double database) {
	}

}
