package org.salon.messaging.outbox;

import java.nio.charset.StandardCharsets;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
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

	/** SQL for the shard of a row of the outbox. */
	static final String SHARD = "(crc32c(convert_to(record_key, 'UTF8')) %% %d)::smallint".formatted(SHARDS);

	/**
	 * Two statements in one message, which the server runs one after the other: ids are
	 * drawn when all locks are held. Ids of events rise with time (RFC 9562, version 7):
	 * each consumer's inbox finds the place for the next beside that of the last.
	 */
	private static final String APPEND = """
			select pg_advisory_xact_lock(key) from unnest(string_to_array(?, ',')::bigint[]) as key;
			with appended as (
			  insert into messaging.outbox
			    (event_id, topic, record_key, type, source, subject, version, time, traceparent, data)
			  select uuidv7(), topic, record_key, type, ?, subject, version, ?, ?, data
			  from unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::bigint[], ?::bytea[])
			    with ordinality as e (topic, record_key, type, subject, version, data, place)
			  order by place
			  returning id, record_key)
			insert into messaging.outbox_pending (id, shard) select id, %s from appended""".formatted(SHARD);

	private static final String FORGET = """
			with forgotten as (delete from messaging.outbox where record_key = ? returning id)
			delete from messaging.outbox_pending where id in (select id from forgotten)""";

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
		List<byte[]> data = events.stream().map(this::data).toList();
		this.jdbc.execute(APPEND, (PreparedStatement statement) -> {
			statement.setString(1, locks(events));
			statement.setString(2, this.source);
			statement.setTimestamp(3, Timestamp.from(this.clock.instant()));
			statement.setString(4, this.traceparent.get());
			array(statement, 5, "text", events, (event) -> event.event().type().topic());
			array(statement, 6, "text", events, (event) -> event.event().key());
			array(statement, 7, "text", events, (event) -> event.event().type().wireName());
			array(statement, 8, "text", events, (event) -> event.event().subject());
			array(statement, 9, "bigint", events, VersionedEvent::version);
			statement.setArray(10, statement.getConnection().createArrayOf("bytea", data.toArray(byte[][]::new)));
			return statement.execute();
		});
		wakeAfterCommit();
	}

	@Override
	public void forget(String key) {
		this.jdbc.update(FORGET, key);
	}

	private static String locks(List<VersionedEvent> events) {
		return events.stream()
			.map((event) -> hash(event.event().key()))
			.distinct()
			.sorted()
			.map(String::valueOf)
			.collect(Collectors.joining(","));
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
