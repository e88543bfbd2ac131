package org.salon.backup;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

import org.salon.backup.Manifest.Contents;
import org.salon.events.Topics;

/**
 * What is to be published to a broker that has nothing: all salons, out of which archives
 * are made, and all accounts, which end sessions; and of what is about people only what
 * its reader has not taken in. The rest keeps the moment at which it was published, by
 * which it leaves with the retention.
 */
final class PublishedAgain {

	/** Made by hand like that of messaging, whose tests hold the two together. */
	static final String SHARD = "(crc32c(convert_to(record_key, 'UTF8')) % 8)::smallint";

	private static final String AGAIN = """
			create temp table published_again on commit drop as
			select o.id, %s as shard, o.topic from messaging.outbox o
			where o.topic in (?, ?) or not exists (select 1 from seen where seen.event_id = o.event_id)"""
		.formatted(SHARD);

	/** An event is either pending or in one batch (decision 024). */
	private static final String NO_LONGER_PUBLISHED = """
			update messaging.outbox_batch set ids = array(
			  select id from unnest(ids) as id where not exists (select 1 from published_again a where a.id = id.id) order by 1)
			""";

	private PublishedAgain() {
	}

	/**
	 * Makes it pending, in an outbox that was restored.
	 * @param reader what was in the database of the service that reads the events
	 * @return how many about people its reader had not taken in
	 */
	static int prepare(Connection writer, BackupFile file, Contents reader) throws SQLException, IOException {
		try (Statement statement = writer.createStatement()) {
			statement.execute("create temp table seen (like messaging.inbox) on commit drop");
			Restore.copyIn(writer, "seen", file, reader, reader.table("messaging.inbox").orElseThrow());
			statement.execute("create index on seen (event_id)");
			statement.execute("analyze seen");
			try (PreparedStatement again = writer.prepareStatement(AGAIN)) {
				again.setString(1, Topics.SALONS);
				again.setString(2, Topics.OPERATORS);
				again.execute();
			}
			statement.execute("create index on published_again (id)");
			statement.execute(NO_LONGER_PUBLISHED);
			statement.execute("delete from messaging.outbox_batch where ids = '{}'");
			statement.execute("insert into messaging.outbox_pending (id, shard)"
					+ " select id, shard from published_again on conflict do nothing");
			try (PreparedStatement count = writer
				.prepareStatement("select count(*) from published_again where topic not in (?, ?)")) {
				count.setString(1, Topics.SALONS);
				count.setString(2, Topics.OPERATORS);
				try (ResultSet row = count.executeQuery()) {
					return row.next() ? row.getInt(1) : 0;
				}
			}
		}
	}

}
