package org.salon.messaging.outbox;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import org.springframework.jdbc.core.JdbcTemplate;

import org.salon.messaging.envelope.OutgoingEvent;

/** What the relay reads and marks. */
class OutboxRows {

	/**
	 * Pending rows in their order, each one's event by its id, until there are enough.
	 * The event is asked for as the first from that id on, for which there is no plan but
	 * the index: a plan is kept for long, and one that was made while the outbox was
	 * small would read all of it for each event.
	 */
	private static final String UNPUBLISHED = """
			select o.id, event_id, topic, record_key, type, source, subject, version, time, traceparent, data
			from (select id from messaging.outbox_pending where shard = any(?) order by id offset 0) p
			join lateral (select * from messaging.outbox where id >= p.id order by id limit 1) o on o.id = p.id
			where record_key <> all(?)
			order by p.id limit ?""";

	/**
	 * Waits for nobody: a row that somebody has locked is being forgotten, or is
	 * published again if that is undone. By the places of the rows, so that they are
	 * looked up once, whatever the planner believes is pending.
	 */
	private static final String PUBLISHED = """
			with unhurried as materialized (select set_config('synchronous_commit', 'off', true)),
			published as (
			  delete from messaging.outbox_pending where ctid = any(array(
			    select ctid from messaging.outbox_pending where id = any(?) for update skip locked))
			  returning id)
			insert into messaging.outbox_batch (topic, ids)
			select ?, array_agg(id order by id) from published, unhurried having count(*) > 0""";

	/** Locks the events: one that is just being forgotten would be pending for ever. */
	private static final String REPUBLISH = """
			with lost as (delete from messaging.outbox_batch where published_at >= ? returning ids)
			insert into messaging.outbox_pending (id, shard)
			select id, %s from (
			  select id, record_key from messaging.outbox where id in (select unnest(ids) from lost)
			  order by id for share) event""".formatted(JdbcOutbox.SHARD);

	private static final String DELETE_OLDER = """
			with old as (
			  delete from messaging.outbox_batch
			  where topic = ? and published_at < clock_timestamp() - make_interval(secs => ?) returning ids)
			delete from messaging.outbox where id in (select unnest(ids) from old)""";

	private static final String AGE = """
			select coalesce(extract(epoch from clock_timestamp() - max(created_at)), 0)::float8
			from (select created_at from messaging.outbox
			      where id >= (select min(id) from messaging.outbox_pending) order by id limit 1) oldest""";

	private final JdbcTemplate jdbc;

	OutboxRows(JdbcTemplate jdbc) {
		this.jdbc = jdbc;
	}

	List<OutgoingEvent> unpublished(Set<Short> shards, Collection<String> exceptKeys, int limit) {
		return this.jdbc.query(UNPUBLISHED, (statement) -> {
			statement.setArray(1, statement.getConnection().createArrayOf("smallint", shards.toArray()));
			statement.setArray(2, statement.getConnection().createArrayOf("text", exceptKeys.toArray()));
			statement.setInt(3, limit);
		}, (row, index) -> read(row));
	}

	/**
	 * Notes that these are published. Not waiting for the disk is safe: a note lost in a
	 * crash means that the event is published again under the same id.
	 */
	void markPublished(List<OutgoingEvent> events) {
		events.stream()
			.collect(Collectors.groupingBy(OutgoingEvent::topic))
			.forEach((topic, ofTopic) -> this.jdbc.update(PUBLISHED, (statement) -> {
				Object[] ids = ofTopic.stream().map(OutgoingEvent::id).toArray();
				statement.setArray(1, statement.getConnection().createArrayOf("bigint", ids));
				statement.setString(2, topic);
			}));
	}

	/**
	 * Sends again, under the same ids, what was published since: for a broker that lost
	 * it.
	 */
	int republish(Instant since) {
		return this.jdbc.update(REPUBLISH, Timestamp.from(since));
	}

	/**
	 * Deletes what the broker itself no longer has; nothing that is yet to be published.
	 */
	int deleteOlder(String topic, Duration retention) {
		return this.jdbc.update(DELETE_OLDER, topic, retention.toSeconds());
	}

	long backlog() {
		Long count = this.jdbc.queryForObject("select count(*) from messaging.outbox_pending", Long.class);
		return (count != null) ? count : 0;
	}

	double ageInSeconds() {
		Double age = this.jdbc.queryForObject(AGE, Double.class);
		return (age != null) ? age : 0;
	}

	private static OutgoingEvent read(ResultSet row) throws SQLException {
		return new OutgoingEvent(row.getLong("id"), row.getObject("event_id", UUID.class), row.getString("topic"),
				row.getString("record_key"), row.getString("type"), row.getString("source"), row.getString("subject"),
				row.getLong("version"), row.getTimestamp("time").toInstant(), row.getString("traceparent"),
				row.getBytes("data"));
	}

}
