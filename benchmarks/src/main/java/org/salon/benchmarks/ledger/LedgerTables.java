package org.salon.benchmarks.ledger;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

import org.salon.benchmarks.tables.Copies;

/**
 * All that this benchmark knows of notification-service's tables. Each person of the
 * filled ledger holds places in ten salons and had four mails about each; of two hundred
 * mails one is a reminder whose time comes, ten did not go out, and the others are sent.
 */
final class LedgerTables {

	private static final int MAILS_OF_A_PLACE = 4;

	private static final int MAILS_OF_A_PERSON = 40;

	private static final int PLACES_IN_A_SALON = 250;

	/** Apart from those of salons that the service knows. */
	private static final int FIRST_SALON = 100_000;

	private final Connection connection;

	private final Copies copies;

	LedgerTables(Connection connection) {
		this.connection = connection;
		this.copies = new Copies(connection);
	}

	/** Rows as the service would have left them over the years. */
	void fill(String pattern, long rows) throws SQLException {
		long people = Math.max(1, rows / MAILS_OF_A_PERSON);
		long places = rows / MAILS_OF_A_PLACE;
		String person = id("m", "n", people);
		this.copies.add("member",
				Map.of("id", person, "name", "'Reader ' || n", "email", "'reader' || n || '@example.org'"),
				"generate_series(0, %d) n, (SELECT * FROM member WHERE email = '%s') p".formatted(people - 1, pattern));
		this.copies.add("registration",
				Map.of("id", id("r", "n", places), "member_id", id("m", "(n / 10)", people), "salon_number",
						salon("n", places)),
				"generate_series(0, %d) n, (SELECT g.* FROM registration g JOIN member m ON m.id = g.member_id WHERE m.email = '%s') p"
					.formatted(places - 1, pattern));
		deliveries(pattern, rows, people, places);
		// As it is long after the last of them.
		run("VACUUM (FREEZE, ANALYZE) member, registration, delivery");
		run("CHECKPOINT");
	}

	private void deliveries(String pattern, long rows, long people, long places) throws SQLException {
		String waits = "n % 200 = 1";
		String sent = "n % 20 <> 10";
		Map<String, String> values = new HashMap<>();
		values.put("id", id("d", "n", rows));
		values.put("member_id", id("m", "(n / %d)".formatted(MAILS_OF_A_PERSON), people));
		values.put("registration_id", id("r", "(n / %d)".formatted(MAILS_OF_A_PLACE), places));
		values.put("salon_number", salon("(n / %d)".formatted(MAILS_OF_A_PLACE), places));
		values.put("kind", "(ARRAY['CONFIRMATION', 'REMINDER', 'REMINDER', 'REPLAY'])[1 + n % 4]");
		values.put("priority", "(ARRAY[0, 1, 1, 3])[1 + n % 4]");
		values.put("occurrence", "'copy-' || n % " + MAILS_OF_A_PERSON);
		values.put("state",
				"CASE WHEN %s THEN 'PLANNED' WHEN %s THEN 'SENT' ELSE (ARRAY['CANCELLED', 'EXPIRED', 'FAILED', 'SUPPRESSED'])[1 + (n / 20) %% 4] END"
					.formatted(waits, sent));
		values.put("reason", "CASE WHEN %s OR %s THEN NULL ELSE 'not sent' END".formatted(waits, sent));
		values.put("closed_by", "CASE WHEN %s THEN NULL ELSE 'SENDER' END".formatted(waits));
		values.put("due_at", "t.due");
		values.put("attempt_at", "t.due");
		values.put("not_after", "t.due + interval '1 hour'");
		values.put("address", "'reader' || n / %d || '@example.org'".formatted(MAILS_OF_A_PERSON));
		values.put("caused_by", id("c", "n", rows));
		values.put("caused_at", "t.due - interval '1 day'");
		values.put("sending_at", "CASE WHEN NOT %s AND %s THEN t.due END".formatted(waits, sent));
		values.put("sent_at", "CASE WHEN NOT %s AND %s THEN t.due END".formatted(waits, sent));
		this.copies.add("delivery", values,
				"""
						generate_series(0, %d) n, (SELECT d.* FROM delivery d JOIN member m ON m.id = d.member_id
								WHERE m.email = '%s' AND d.state = 'SENT' ORDER BY d.due_at LIMIT 1) p,
							LATERAL (SELECT CASE WHEN %s THEN now() + interval '30 days' + n %% 1000 * interval '1 minute'
								ELSE now() - interval '1 day' - (sized.total - n) * (interval '5 years' / sized.total) END AS due
								FROM (SELECT CAST(%d AS double precision) AS total) sized) t"""
					.formatted(rows - 1, pattern, waits, rows));
	}

	/**
	 * Plans one reminder for each of so many new people, and remembers them in a table of
	 * this connection.
	 */
	void plan(String pattern, String name, int people, Instant due) throws SQLException {
		run("DROP TABLE IF EXISTS planned");
		run("""
				CREATE TEMP TABLE planned AS SELECT gen_random_uuid() AS id, gen_random_uuid() AS person,
					gen_random_uuid() AS place, n FROM generate_series(1, %d) n""".formatted(people));
		String email = "'%s-' || n || '@example.org'".formatted(name);
		this.copies.add("member", Map.of("id", "person", "name", "'Reader ' || n", "email", email),
				"planned, (SELECT * FROM member WHERE email = '%s') p".formatted(pattern));
		this.copies.add("registration", Map.of("id", "planned.place", "member_id", "person"),
				"planned, (SELECT g.* FROM registration g JOIN member m ON m.id = g.member_id WHERE m.email = '%s') p"
					.formatted(pattern));
		String moment = "CAST('%s' AS timestamptz) + n * interval '1 microsecond'".formatted(due);
		this.copies.add("delivery",
				Map.of("id", "planned.id", "member_id", "person", "registration_id", "planned.place", "due_at", moment,
						"attempt_at", moment, "address", email),
				"""
						planned, (SELECT d.* FROM delivery d JOIN member m ON m.id = d.member_id
							WHERE m.email = '%s' AND d.kind = 'REMINDER' AND d.state = 'PLANNED' ORDER BY d.due_at LIMIT 1) p"""
					.formatted(pattern));
		run("ANALYZE planned, member, registration, delivery");
	}

	/**
	 * Ids that rise with the number and are spread over all there can be: so rows come in
	 * good order, and those of others fall anywhere among them.
	 */
	private static String id(String kind, String number, long many) {
		return "CAST(lpad(to_hex(CAST(%1$s AS bigint) * %2$d), 8, '0') || substr(md5('%3$s' || %1$s), 9) AS uuid)"
			.formatted(number, (1L << 32) / many, kind);
	}

	private static String salon(String place, long places) {
		return "%d + CAST(%s AS bigint) * 7919 %% %d".formatted(FIRST_SALON, place,
				Math.max(1, places / PLACES_IN_A_SALON));
	}

	private void run(String sql) throws SQLException {
		try (Statement statement = this.connection.createStatement()) {
			statement.execute(sql);
		}
	}

}
