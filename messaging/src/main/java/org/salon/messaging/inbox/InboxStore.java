package org.salon.messaging.inbox;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;

import org.salon.messaging.envelope.Decoded;

/** The ids of events seen, and the newest version of each aggregate. */
class InboxStore {

	private static final String INSERT = """
			insert into messaging.inbox (event_id, digest)
			select * from unnest(?::uuid[], ?::bytea[])
			on conflict (event_id) do nothing""";

	private static final String SAVE_VERSIONS = """
			insert into messaging.aggregate_version as known (subject, version)
			select * from unnest(?::text[], ?::bigint[])
			on conflict (subject) do update set version = excluded.version where known.version < excluded.version""";

	private final JdbcTemplate jdbc;

	InboxStore(JdbcTemplate jdbc) {
		this.jdbc = jdbc;
	}

	/** Records events as seen and returns how many of them had not been. */
	int insert(List<Arrival.Event> events) {
		if (events.isEmpty()) {
			return 0;
		}
		// In one order everywhere, so that two listeners in a rebalance cannot deadlock.
		List<Arrival.Event> sorted = events.stream().sorted(Comparator.comparing((e) -> e.decoded().id())).toList();
		return this.jdbc.update(INSERT, (statement) -> {
			array(statement, 1, "uuid", sorted.stream().map((event) -> event.decoded().id()).toArray());
			array(statement, 2, "bytea", sorted.stream().map(Arrival.Event::digest).toArray(byte[][]::new));
		});
	}

	/** Under what content each of the ids was seen; without those that were not. */
	Map<UUID, byte[]> digests(Set<UUID> ids) {
		Map<UUID, byte[]> digests = new HashMap<>();
		if (!ids.isEmpty()) {
			this.jdbc.query("select event_id, digest from messaging.inbox where event_id = any(?)",
					(statement) -> array(statement, 1, "uuid", ids.toArray()),
					(RowCallbackHandler) (row) -> digests.put(row.getObject(1, UUID.class), row.getBytes(2)));
		}
		return digests;
	}

	Map<String, Long> versions(Collection<String> subjects) {
		Map<String, Long> versions = new HashMap<>();
		if (!subjects.isEmpty()) {
			this.jdbc.query("select subject, version from messaging.aggregate_version where subject = any(?)",
					(statement) -> array(statement, 1, "text", subjects.toArray()),
					(RowCallbackHandler) (row) -> versions.put(row.getString(1), row.getLong(2)));
		}
		return versions;
	}

	void saveVersions(Map<String, Long> versions) {
		if (versions.isEmpty()) {
			return;
		}
		List<String> subjects = versions.keySet().stream().sorted().toList();
		this.jdbc.update(SAVE_VERSIONS, (statement) -> {
			array(statement, 1, "text", subjects.toArray());
			array(statement, 2, "bigint", subjects.stream().map(versions::get).toArray());
		});
	}

	int deleteOlder(Duration age) {
		return this.jdbc.update(
				"delete from messaging.inbox where received_at < clock_timestamp() - make_interval(secs => ?)",
				age.toSeconds());
	}

	static byte[] digest(Decoded event, byte @Nullable [] data) {
		try {
			MessageDigest digest = MessageDigest.getInstance("SHA-256");
			digest.update((event.subject() + '\n' + event.version() + '\n').getBytes(StandardCharsets.UTF_8));
			digest.update((data != null) ? data : new byte[0]);
			return digest.digest();
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("every JDK has SHA-256", ex);
		}
	}

	private static void array(PreparedStatement statement, int index, String type, Object[] values)
			throws SQLException {
		statement.setArray(index, statement.getConnection().createArrayOf(type, values));
	}

}
