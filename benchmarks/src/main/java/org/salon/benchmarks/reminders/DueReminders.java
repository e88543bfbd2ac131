package org.salon.benchmarks.reminders;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

import org.salon.benchmarks.system.DatabaseLogin;
import org.salon.benchmarks.tables.Copies;

/**
 * The ledger of notification-service. Rows of one person who has signed up are the
 * pattern of all others, so that they follow the service's schema by themselves.
 */
final class DueReminders implements AutoCloseable {

	private static final Duration LOOK_EVERY = Duration.ofMillis(500);

	private final Connection connection;

	private final Copies copies;

	DueReminders(DatabaseLogin login) throws SQLException {
		this.connection = login.connect("notification");
		this.copies = new Copies(this.connection);
	}

	/** Waits until the service has planned a reminder for that person. */
	void awaitPlan(String email) throws SQLException, InterruptedException {
		await("no reminder was planned", 60, () -> count("""
				SELECT count(*) FROM delivery d JOIN member m ON m.id = d.member_id
				WHERE d.kind = 'REMINDER' AND d.state = 'PLANNED' AND m.email = ?""", email) > 0);
	}

	/** Plans reminders to so many other people, all due in that second. */
	void plan(String pattern, String name, int people, Instant due) throws SQLException {
		this.connection.setAutoCommit(false);
		try (Statement sql = this.connection.createStatement()) {
			sql.execute("""
					CREATE TEMP TABLE person ON COMMIT DROP AS
					SELECT gen_random_uuid() AS id, gen_random_uuid() AS place, n FROM generate_series(1, %d) n"""
				.formatted(people));
			String email = "'%s-' || n || '@example.org'".formatted(name);
			this.copies.add("member", Map.of("id", "person.id", "name", "'Reader ' || n", "email", email),
					"person, (SELECT * FROM member WHERE email = '%s') p".formatted(pattern));
			this.copies.add("registration", Map.of("id", "place", "member_id", "person.id"), """
					person, (SELECT g.* FROM registration g JOIN member m ON m.id = g.member_id
						WHERE m.email = '%s' LIMIT 1) p""".formatted(pattern));
			String moment = "CAST('%s' AS timestamptz)".formatted(due);
			this.copies.add("delivery", Map.of("id", "gen_random_uuid()", "member_id", "person.id", "registration_id",
					"place", "due_at", moment, "attempt_at", moment, "address", email), """
							person, (SELECT d.* FROM delivery d JOIN member m ON m.id = d.member_id
								WHERE m.email = '%s' AND d.kind = 'REMINDER' AND d.state = 'PLANNED'
								ORDER BY d.due_at LIMIT 1) p""".formatted(pattern));
			this.connection.commit();
		}
		finally {
			this.connection.setAutoCommit(true);
		}
		try (Statement sql = this.connection.createStatement()) {
			// As autovacuum would have done long before, were they planned one by one.
			sql.execute("ANALYZE member, registration, delivery");
		}
	}

	/** Waits until all mails are sent and all events are with the broker. */
	void awaitRest(int seconds) throws SQLException, InterruptedException {
		await("mails were not sent", seconds, () -> count("""
				SELECT count(*) FROM delivery WHERE open AND lane >= '' AND attempt_at < clock_timestamp()
					AND state IN ('PLANNED', 'LEASED', 'SENDING', 'RETRY', 'UNKNOWN')""") == 0);
		await("events were not relayed", seconds, () -> count("SELECT count(*) FROM messaging.outbox_pending") == 0);
	}

	/** Waits until all reminders of that name are sent. */
	void awaitSent(String name, int people, int seconds) throws SQLException, InterruptedException {
		await("reminders were not sent", seconds, () -> count(
				"""
						SELECT count(*) FROM (SELECT FROM delivery WHERE open AND lane >= '' AND attempt_at < clock_timestamp()
							AND state IN ('PLANNED', 'LEASED', 'SENDING', 'RETRY', 'UNKNOWN') AND kind = 'REMINDER' LIMIT 1) one""") == 0);
		if (sent(name, people).size() != people) {
			throw new IllegalStateException("Not every reminder went out, and at the first attempt");
		}
	}

	/** When each was accepted by the receiver, the first first. */
	List<Instant> sent(String name, int people) throws SQLException {
		return moments("""
				SELECT sent_at FROM delivery WHERE kind = 'REMINDER' AND state = 'SENT' AND attempts = 1
					AND address LIKE ? || '-%' ORDER BY sent_at LIMIT ?""", name, people);
	}

	/** When the confirmations to these people were accepted; waits for them. */
	List<Instant> confirmed(Collection<String> emails) throws SQLException, InterruptedException {
		List<Instant> all = new ArrayList<>();
		for (String email : emails) {
			await("a confirmation was not sent", 60, () -> !confirmed(email).isEmpty());
			all.addAll(confirmed(email));
		}
		return all;
	}

	private List<Instant> confirmed(String email) throws SQLException {
		return moments("""
				SELECT d.sent_at FROM delivery d JOIN member m ON m.id = d.member_id
				WHERE d.kind = 'CONFIRMATION' AND d.state = 'SENT' AND m.email = ? LIMIT ?""", email, 1);
	}

	private List<Instant> moments(String query, String text, int limit) throws SQLException {
		try (PreparedStatement sql = this.connection.prepareStatement(query)) {
			sql.setString(1, text);
			sql.setInt(2, limit);
			List<Instant> moments = new ArrayList<>();
			try (ResultSet rows = sql.executeQuery()) {
				while (rows.next()) {
					Timestamp at = rows.getTimestamp(1);
					moments.add(at.toInstant());
				}
			}
			return moments;
		}
	}

	private long count(String query, String... texts) throws SQLException {
		try (PreparedStatement sql = this.connection.prepareStatement(query)) {
			for (int i = 0; i < texts.length; i++) {
				sql.setString(i + 1, texts[i]);
			}
			try (ResultSet row = sql.executeQuery()) {
				row.next();
				return row.getLong(1);
			}
		}
	}

	private static void await(String failure, int seconds, Condition condition)
			throws SQLException, InterruptedException {
		long deadline = System.nanoTime() + Duration.ofSeconds(seconds).toNanos();
		while (!condition.holds()) {
			if (System.nanoTime() > deadline) {
				throw new IllegalStateException("Within " + seconds + " s " + failure);
			}
			Thread.sleep(LOOK_EVERY);
		}
	}

	@Override
	public void close() throws SQLException {
		this.connection.close();
	}

	private interface Condition {

		boolean holds() throws SQLException;

	}

}
