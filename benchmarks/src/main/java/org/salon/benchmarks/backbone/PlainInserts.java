package org.salon.benchmarks.backbone;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.springframework.jdbc.core.JdbcTemplate;

import org.salon.events.EventJson;
import org.salon.messaging.outbox.VersionedEvent;

/** The same rows by plain JDBC batches into copies of the outbox's tables. */
final class PlainInserts {

	private static final String INSERT = """
			with event as (
			  insert into plain_outbox (event_id, topic, record_key, type, source, subject, version, time, data)
			  values (?, ?, ?, ?, ?, ?, ?, ?, ?) returning id)
			insert into plain_outbox_pending (id, shard) select id, 0 from event""";

	private final JdbcTemplate jdbc;

	private final Writers writers;

	PlainInserts(JdbcTemplate jdbc, Writers writers) {
		this.jdbc = jdbc;
		this.writers = writers;
		jdbc.execute("create table plain_outbox (like messaging.outbox including all)");
		jdbc.execute("create table plain_outbox_pending (like messaging.outbox_pending including all)");
	}

	/** Rows per second, in the same transactions by as many writers. */
	double perSecond(List<List<List<VersionedEvent>>> work, int events) throws InterruptedException {
		this.jdbc.execute("truncate plain_outbox, plain_outbox_pending");
		return events / this.writers.run(work,
				(transaction) -> this.jdbc.batchUpdate(INSERT, transaction.stream().map(PlainInserts::row).toList()));
	}

	private static Object[] row(VersionedEvent versioned) {
		return new Object[] { UUID.randomUUID(), versioned.event().type().topic(), versioned.event().key(),
				versioned.event().type().wireName(), "/backbone", versioned.event().subject(), versioned.version(),
				Timestamp.from(Instant.now()), EventJson.write(versioned.event()) };
	}

}
