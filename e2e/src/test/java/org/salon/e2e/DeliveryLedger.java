package org.salon.e2e;

import java.sql.Array;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;

/** The ledger of notification-service in its database, as an operator's query sees it. */
final class DeliveryLedger {

	private static final String ROWS = """
			SELECT d.id, d.address, d.state, coalesce(d.reason, '') AS reason, d.attempts, d.unknown,
				CAST(s.state -> 'facts' ->> 'startsAt' AS timestamptz) AS starts_at
			FROM delivery d JOIN salon s ON s.number = d.salon_number
			""";

	private final String url;

	private final String password;

	DeliveryLedger(RunningSystem system) {
		this.url = system.jdbcUrl("notification");
		this.password = system.text("postgres/superuser.password");
	}

	long count(int salon, String kind, String state) {
		return query("SELECT count(*) FROM delivery WHERE salon_number = ? AND kind = ? AND state = ?",
				(row) -> row.getLong(1), salon, kind, state)
			.getFirst();
	}

	/**
	 * Adds people after the pattern of one who has signed up: with the same place, and
	 * with all that waits to be sent.
	 */
	void copy(String pattern, String name, int people) {
		List<String> columns = writtenColumns();
		query("""
				WITH pattern AS (SELECT m FROM member m WHERE email = ?),
				person AS (SELECT gen_random_uuid() AS id, gen_random_uuid() AS place, ? || n || '@example.org' AS email
					FROM generate_series(1, ?) n),
				members AS (INSERT INTO member SELECT r.* FROM person p, pattern,
					jsonb_populate_record(pattern.m, jsonb_build_object('id', p.id, 'email', p.email)) r),
				places AS (INSERT INTO registration SELECT r.* FROM person p, pattern,
					LATERAL (SELECT g FROM registration g WHERE g.member_id = (pattern.m).id) t,
					jsonb_populate_record(t.g, jsonb_build_object('id', p.place, 'member_id', p.id)) r)
				INSERT INTO delivery (%1$s) SELECT %2$s FROM person p, pattern,
					LATERAL (SELECT d FROM delivery d WHERE d.member_id = (pattern.m).id AND d.state = 'PLANNED') t,
					jsonb_populate_record(t.d, jsonb_build_object('id', gen_random_uuid(), 'member_id', p.id,
						'registration_id', p.place, 'address', p.email)) r
				RETURNING id""".formatted(String.join(", ", columns), "r." + String.join(", r.", columns)),
				(row) -> row.getObject(1, UUID.class), pattern, name, people);
	}

	/** Those that the database does not work out by itself. */
	private List<String> writtenColumns() {
		return query("""
				SELECT quote_ident(column_name) FROM information_schema.columns
				WHERE table_schema = 'public' AND table_name = 'delivery' AND is_generated = 'NEVER'
				""", (row) -> row.getString(1));
	}

	/**
	 * Whether a transaction of the service is open in which nothing happens for a while.
	 */
	boolean idles(Duration aWhile) {
		return query("""
				SELECT pg_sleep(?) IS NOT NULL AND EXISTS (SELECT 1 FROM pg_stat_activity
					WHERE datname = 'notification' AND usename = 'notification' AND state LIKE 'idle in transaction%'
						AND state_change < clock_timestamp() - CAST(? AS double precision) * interval '1 second')""",
				(row) -> row.getBoolean(1), seconds(aWhile), seconds(aWhile))
			.getFirst();
	}

	private static double seconds(Duration duration) {
		return duration.toMillis() / 1_000.0;
	}

	/** Makes reminders due now, those of the longest offset first; their ids. */
	List<UUID> makeDue(int salon, int people, long seed) {
		return query("""
				UPDATE delivery d SET attempt_at = clock_timestamp()
				FROM (
					SELECT id FROM delivery WHERE kind = 'REMINDER' AND state = 'PLANNED' AND salon_number = ?
					ORDER BY due_at, md5(address || ?) LIMIT ?
				) chosen
				WHERE d.id = chosen.id
				RETURNING d.id
				""", (row) -> row.getObject(1, UUID.class), salon, Long.toString(seed), people);
	}

	List<LedgerRow> rows(List<UUID> ids) {
		return query(ROWS + "WHERE d.id = ANY (?)", DeliveryLedger::row, ids);
	}

	List<LedgerRow> remindersOf(int salon) {
		return query(ROWS + "WHERE d.salon_number = ? AND d.kind = 'REMINDER'", DeliveryLedger::row, salon);
	}

	/** All about a salon, in the order of their ids. */
	List<LedgerRow> of(int salon) {
		return query(ROWS + "WHERE d.salon_number = ? ORDER BY d.id", DeliveryLedger::row, salon);
	}

	List<LedgerRow> all() {
		return query(ROWS, DeliveryLedger::row);
	}

	/** Ends one of the service's connections, whichever chance picks. */
	void terminateOne(Random random) {
		List<Integer> pids = query(
				"SELECT pid FROM pg_stat_activity WHERE datname = 'notification' AND usename = 'notification' ORDER BY pid",
				(row) -> row.getInt(1));
		if (!pids.isEmpty()) {
			query("SELECT pg_terminate_backend(?)", (row) -> row.getBoolean(1), pids.get(random.nextInt(pids.size())));
		}
	}

	private static LedgerRow row(ResultSet row) throws SQLException {
		return new LedgerRow(row.getObject("id", UUID.class), row.getString("address"), row.getString("state"),
				row.getString("reason"), row.getInt("attempts"), row.getBoolean("unknown"),
				row.getTimestamp("starts_at").toInstant());
	}

	/** The database may just be away. */
	private <T> List<T> query(String sql, Reader<T> reader, Object... parameters) {
		try (Connection connection = DriverManager.getConnection(this.url, "postgres", this.password);
				PreparedStatement statement = connection.prepareStatement(sql)) {
			for (int i = 0; i < parameters.length; i++) {
				Object parameter = parameters[i];
				if (parameter instanceof List<?> list) {
					Array array = connection.createArrayOf("uuid", list.toArray());
					statement.setArray(i + 1, array);
				}
				else {
					statement.setObject(i + 1, parameter);
				}
			}
			List<T> all = new ArrayList<>();
			try (ResultSet rows = statement.executeQuery()) {
				while (rows.next()) {
					all.add(reader.read(rows));
				}
			}
			return all;
		}
		catch (SQLException ex) {
			throw new IllegalStateException(ex);
		}
	}

	@FunctionalInterface
	private interface Reader<T> {

		T read(ResultSet row) throws SQLException;

	}

}
