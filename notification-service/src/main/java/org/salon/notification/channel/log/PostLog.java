package org.salon.notification.channel.log;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.salon.notification.channel.plan.PostKind;
import org.salon.notification.database.Columns;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The ledger of posts, to look at and to mend. */
@Repository
public class PostLog {

	private final JdbcClient jdbc;

	private final Clock clock;

	PostLog(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/** Nothing, if that channel was never on. */
	public Optional<ChannelHistory> history(String channel) {
		return this.jdbc.sql("""
				SELECT c.*,
					(SELECT count(*) FROM channel_delivery d WHERE d.channel = c.name
						AND d.state IN ('PLANNED', 'RETRY') AND d.due_at <= :now) AS backlog,
					(SELECT count(*) FROM channel_delivery d WHERE d.channel = c.name
						AND d.state IN ('PLANNED', 'RETRY')) AS planned
				FROM channel c WHERE c.name = :channel
				""")
			.param("channel", channel)
			.param("now", Columns.timestamp(this.clock.instant()))
			.query((row, index) -> new ChannelHistory(Columns.instant(row, "first_seen_at"),
					Columns.nullableInstant(row, "last_success_at"), Columns.nullableInstant(row, "last_failure_at"),
					row.getString("last_failure"), Columns.nullableInstant(row, "paused_until"), row.getLong("backlog"),
					row.getLong("planned")))
			.optional();
	}

	/** One page, what is due latest first. */
	public List<PostView> page(String channel, int page, int size) {
		return this.jdbc
			.sql("SELECT * FROM channel_delivery WHERE channel = ? ORDER BY due_at DESC, id LIMIT ? OFFSET ?")
			.params(channel, size, (long) page * size)
			.query(PostLog::view)
			.list();
	}

	/** What is still to be posted about a salon. */
	public List<PostView> open(String channel, int salon) {
		return this.jdbc.sql(
				"SELECT * FROM channel_delivery WHERE channel = ? AND salon_number = ? AND state IN ('PLANNED', 'RETRY')")
			.params(channel, salon)
			.query(PostLog::view)
			.list();
	}

	public long count(String channel) {
		return this.jdbc.sql("SELECT count(*) FROM channel_delivery WHERE channel = ?")
			.param(channel)
			.query(Long.class)
			.single();
	}

	public Optional<PostView> find(String channel, UUID id) {
		return this.jdbc.sql("SELECT * FROM channel_delivery WHERE channel = ? AND id = ?")
			.params(channel, id)
			.query(PostLog::view)
			.optional();
	}

	/**
	 * Makes a post due now that was refused or waits to be tried again.
	 * @return whether it is
	 */
	public boolean retry(String channel, UUID id) {
		Instant now = this.clock.instant();
		return this.jdbc.sql("""
				UPDATE channel_delivery SET state = 'RETRY', attempt_at = :now, unknowns = 0
				WHERE channel = :channel AND id = :id AND state IN ('FAILED', 'RETRY') AND not_after > :now
					AND lease_until IS NULL
				""").param("channel", channel).param("id", id).param("now", Columns.timestamp(now)).update() == 1;
	}

	/** A channel that is left alone for a while is posted to again at once. */
	public void resume(String channel) {
		this.jdbc.sql("UPDATE channel SET paused_until = NULL WHERE name = ?").param(channel).update();
	}

	private static PostView view(ResultSet row, int index) throws SQLException {
		return new PostView(Columns.uuid(row, "id"), row.getInt("salon_number"),
				PostKind.valueOf(row.getString("kind")), row.getString("occurrence"),
				PostState.valueOf(row.getString("state")), Columns.instant(row, "due_at"),
				Columns.instant(row, "not_after"), Columns.nullableInstant(row, "sent_at"), row.getInt("attempts"),
				row.getString("answer"));
	}

}
