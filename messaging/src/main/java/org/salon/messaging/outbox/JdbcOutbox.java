package org.salon.messaging.outbox;

import java.nio.charset.StandardCharsets;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.zip.CRC32C;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

import org.salon.events.DomainEvent;
import org.salon.events.EventJson;

/**
 * The outbox in PostgreSQL.
 *
 * <p>
 * Rows take their ids before they commit, so the order of ids is the order of commits
 * only if writers of one key wait for each other. They do: each takes the key's advisory
 * lock, which it holds until its commit. Locks are taken in one order, so that batches
 * cannot block each other for ever.
 */
class JdbcOutbox implements Outbox {

	static final int SHARDS = 8;

	private static final String INSERT = """
			insert into messaging.outbox
			  (event_id, topic, record_key, shard, type, source, subject, version, time, traceparent, data)
			select event_id, topic, record_key, shard, type, ?, subject, version, ?, ?, data
			from unnest(?::uuid[], ?::text[], ?::text[], ?::smallint[], ?::text[], ?::text[], ?::bigint[], ?::bytea[])
			  with ordinality as e (event_id, topic, record_key, shard, type, subject, version, data, place)
			order by place""";

	private final JdbcTemplate jdbc;

	private final Clock clock;

	private final String source;

	private final int maxEventBytes;

	private final Supplier<@Nullable String> traceparent;

	private final Runnable wake;

	JdbcOutbox(JdbcTemplate jdbc, Clock clock, String source, int maxEventBytes, Supplier<@Nullable String> traceparent,
			Runnable wake) {
		this.jdbc = jdbc;
		this.clock = clock;
		this.source = source;
		this.maxEventBytes = maxEventBytes;
		this.traceparent = traceparent;
		this.wake = wake;
	}

	@Override
	public void append(List<VersionedEvent> events) {
		if (events.isEmpty()) {
			return;
		}
		if (!TransactionSynchronizationManager.isActualTransactionActive()) {
			throw new IllegalStateException("an event is appended in the transaction of its change, or never");
		}
		lock(events);
		List<byte[]> data = events.stream().map(this::data).toList();
		this.jdbc.update(INSERT, (statement) -> {
			statement.setString(1, this.source);
			statement.setTimestamp(2, Timestamp.from(this.clock.instant()));
			statement.setString(3, this.traceparent.get());
			array(statement, 4, "uuid", events, (event) -> UUID.randomUUID());
			array(statement, 5, "text", events, (event) -> event.event().type().topic());
			array(statement, 6, "text", events, (event) -> event.event().key());
			array(statement, 7, "smallint", events, (event) -> (short) (hash(event.event().key()) % SHARDS));
			array(statement, 8, "text", events, (event) -> event.event().type().wireName());
			array(statement, 9, "text", events, (event) -> event.event().subject());
			array(statement, 10, "bigint", events, VersionedEvent::version);
			statement.setArray(11, statement.getConnection().createArrayOf("bytea", data.toArray(byte[][]::new)));
		});
		wakeAfterCommit();
	}

	@Override
	public void forget(String key) {
		this.jdbc.update("delete from messaging.outbox where record_key = ?", key);
	}

	private void lock(List<VersionedEvent> events) {
		List<Long> locks = events.stream()
			.map((event) -> hash(event.event().key()))
			.distinct()
			.sorted(Comparator.naturalOrder())
			.toList();
		this.jdbc.query("select pg_advisory_xact_lock(key) from unnest(string_to_array(?, ',')::bigint[]) as key",
				(row) -> {
				}, String.join(",", locks.stream().map(String::valueOf).toList()));
	}

	private byte[] data(VersionedEvent versioned) {
		DomainEvent event = versioned.event();
		byte[] data = EventJson.write(event);
		if (data.length > this.maxEventBytes) {
			throw new EventTooLarge(event.subject(), data.length, this.maxEventBytes);
		}
		return data;
	}

	private static void array(PreparedStatement statement, int index, String type, List<VersionedEvent> events,
			Function<VersionedEvent, Object> column) throws SQLException {
		statement.setArray(index, statement.getConnection().createArrayOf(type, events.stream().map(column).toArray()));
	}

	private void wakeAfterCommit() {
		TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
			@Override
			public void afterCommit() {
				JdbcOutbox.this.wake.run();
			}
		});
	}

	static long hash(String key) {
		CRC32C crc = new CRC32C();
		crc.update(key.getBytes(StandardCharsets.UTF_8));
		return crc.getValue();
	}

}
