package org.salon.benchmarks.console;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;

import org.salon.benchmarks.tables.Copies;

/**
 * All that this benchmark knows of registration-service's tables: a club of years, whose
 * members each came to five of its salons and had three mails about each. Every hundredth
 * mail came back.
 */
final class ClubTables {

	/** Above those that anybody writes meanwhile, and below the pattern. */
	static final int FIRST_SALON = 100_000;

	private static final int PLACES_OF_A_MEMBER = 5;

	private static final int MAILS_OF_A_PLACE = 3;

	private final Connection connection;

	private final Copies copies;

	ClubTables(Connection connection) {
		this.connection = connection;
		this.copies = new Copies(connection);
	}

	/** Rows as the service would have left them, all like one salon and one person. */
	void fill(int pattern, String email, int salons, int members) throws SQLException {
		String start = "now() + (s.n - %d + 5) * interval '7 days'".formatted(salons);
		this.copies.add("salon", Map.of("number", FIRST_SALON + " + s.n", "starts_at", start, "ends_at",
				start + " + interval '2 hours'", "date", "CAST(%s AS date)".formatted(start), "details",
				"jsonb_set(jsonb_set(p.details, '{title}', to_jsonb('Theme ' || s.n)), '{date}', to_jsonb(to_char(%s, 'YYYY-MM-DD')))"
					.formatted(start)),
				"generate_series(1, %d) s (n), (SELECT * FROM salon WHERE number = %d) p".formatted(salons, pattern));
		String ofPattern = "(SELECT * FROM member WHERE email = '%s') p".formatted(email);
		this.copies.add("member",
				Map.of("id", id("m", "n"), "name", "'Reader ' || n", "email_key", address("n"), "email", address("n"),
						"created_at", "now() - n * interval '10 minutes'"),
				"generate_series(1, %d) n, %s".formatted(members, ofPattern));
		places(email, salons, members);
		mails(salons, members);
		run("VACUUM (FREEZE, ANALYZE) salon, member, registration, delivery_outcome");
		run("CHECKPOINT");
	}

	private void places(String email, int salons, int members) throws SQLException {
		Map<String, String> values = new HashMap<>();
		values.put("id", id("r", "n"));
		values.put("member_id", id("m", "(1 + n / %d)".formatted(PLACES_OF_A_MEMBER)));
		values.put("salon_number", salon("n", salons));
		values.put("name", "'Reader ' || (1 + n / %d)".formatted(PLACES_OF_A_MEMBER));
		values.put("status", "CASE WHEN n % 10 = 9 THEN 'CANCELLED' ELSE 'REGISTERED' END");
		values.put("registered_at", "now() - (n %% 20000) * interval '1 minute'".formatted());
		values.put("attended_at", "CASE WHEN n % 10 < 6 THEN now() END");
		this.copies.add("registration", values,
				"generate_series(0, %d) n, (SELECT g.* FROM registration g JOIN member m ON m.id = g.member_id WHERE m.email = '%s' LIMIT 1) p"
					.formatted((long) members * PLACES_OF_A_MEMBER - 1, email));
	}

	private void mails(int salons, int members) throws SQLException {
		String place = "(n / %d)".formatted(MAILS_OF_A_PLACE);
		String moment = "now() - (n % 1000000) * interval '1 minute'";
		run("""
				INSERT INTO delivery_outcome (delivery_id, version, member_id, registration_id, salon_number, kind, channel,
					occurrence, outcome, reason, due_at, occurred_at)
				SELECT %s, 1, %s, %s, %s, (ARRAY['CONFIRMATION', 'REMINDER', 'REPLAY'])[1 + n %% 3], 'EMAIL', 'copy',
					CASE WHEN n %% 100 = 7 THEN 'BOUNCED' ELSE 'SENT' END,
					CASE WHEN n %% 100 = 7 THEN 'no such mailbox' END, %s, %s
				FROM generate_series(0, %d) n"""
			.formatted(id("d", "n"), id("m", "(1 + %s / %d)".formatted(place, PLACES_OF_A_MEMBER)), id("r", place),
					salon(place, salons), moment, moment, (long) members * PLACES_OF_A_MEMBER * MAILS_OF_A_PLACE - 1));
	}

	private static String address(String number) {
		return "'reader' || %s || '@example.org'".formatted(number);
	}

	private static String salon(String place, int salons) {
		return "%d + CAST(%s AS bigint) * 7919 %% %d + 1".formatted(FIRST_SALON, place, salons);
	}

	private static String id(String kind, String number) {
		return "CAST(md5('%s' || %s) AS uuid)".formatted(kind, number);
	}

	private void run(String sql) throws SQLException {
		try (Statement statement = this.connection.createStatement()) {
			statement.execute(sql);
		}
	}

}
