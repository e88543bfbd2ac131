package org.salon.messaging.outbox;

import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
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
			values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";

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
		String parent = this.traceparent.get();
		List<Object[]> rows = events.stream().map((event) -> row(event, parent)).toList();
		this.jdbc.batchUpdate(INSERT, rows);
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

	private Object[] row(VersionedEvent versioned, @Nullable String parent) {
		DomainEvent event = versioned.event();
		byte[] data = EventJson.write(event);
		if (data.length > this.maxEventBytes) {
			throw new EventTooLarge(event.subject(), data.length, this.maxEventBytes);
		}
		return new Object[] { UUID.randomUUID(), event.type().topic(), event.key(),
				(short) (hash(event.key()) % SHARDS), event.type().wireName(), this.source, event.subject(),
				versioned.version(), Timestamp.from(this.clock.instant()), parent, data };
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
