package org.salon.messaging.outbox;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

import org.salon.messaging.envelope.OutgoingEvent;

/** What the relay reads and marks. */
class OutboxRows {

	private static final String UNPUBLISHED = """
			select id, event_id, topic, record_key, type, source, subject, version, time, traceparent, data
			from messaging.outbox
			where published_at is null
			  and shard = any(string_to_array(?, ',')::smallint[])
			  and record_key <> all(?)
			order by id limit ?""";

	private final JdbcTemplate jdbc;

	private final TransactionTemplate transaction;

	OutboxRows(JdbcTemplate jdbc, TransactionTemplate transaction) {
		this.jdbc = jdbc;
		this.transaction = transaction;
	}

	List<OutgoingEvent> unpublished(Set<Short> shards, Collection<String> exceptKeys, int limit) {
		return this.jdbc.query(UNPUBLISHED, (statement) -> {
			statement.setString(1, shards.stream().map(String::valueOf).collect(Collectors.joining(",")));
			statement.setArray(2, statement.getConnection().createArrayOf("text", exceptKeys.toArray()));
			statement.setInt(3, limit);
		}, (row, index) -> read(row));
	}

	/**
	 * Marks rows as published. Not waiting for the disk is safe: a mark lost in a crash
	 * means that the event is published again under the same id.
	 */
	void markPublished(List<Long> ids) {
		this.transaction.executeWithoutResult((status) -> {
			this.jdbc.execute("set local synchronous_commit = off");
			this.jdbc.update("update messaging.outbox set published_at = clock_timestamp() where id = any(?)",
					(statement) -> statement.setArray(1,
							statement.getConnection().createArrayOf("bigint", ids.toArray())));
		});
	}

	/**
	 * Sends again, under the same ids, what was published since: for a broker that lost
	 * it.
	 */
	int republish(Instant since) {
		return this.jdbc.update("update messaging.outbox set published_at = null where published_at >= ?",
				java.sql.Timestamp.from(since));
	}

	/** Deletes what the broker itself no longer has. */
	int deleteOlder(String topic, Duration retention) {
		return this.jdbc.update(
				"delete from messaging.outbox where topic = ? and published_at < clock_timestamp() - make_interval(secs => ?)",
				topic, retention.toSeconds());
	}

	long backlog() {
		Long count = this.jdbc.queryForObject("select count(*) from messaging.outbox where published_at is null",
				Long.class);
		return (count != null) ? count : 0;
	}

	double ageInSeconds() {
		Double age = this.jdbc.queryForObject("""
				select coalesce(extract(epoch from clock_timestamp() - min(created_at)), 0)::float8
				from messaging.outbox where published_at is null""", Double.class);
		return (age != null) ? age : 0;
	}

	private static OutgoingEvent read(ResultSet row) throws SQLException {
		return new OutgoingEvent(row.getLong("id"), row.getObject("event_id", UUID.class), row.getString("topic"),
				row.getString("record_key"), row.getString("type"), row.getString("source"), row.getString("subject"),
				row.getLong("version"), row.getTimestamp("time").toInstant(), row.getString("traceparent"),
				row.getBytes("data"));
	}

}
