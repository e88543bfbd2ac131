package org.salon.messaging.outbox;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

import javax.sql.DataSource;

import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationVersion;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.BadSqlGrammarException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

import org.salon.messaging.MessagingTestApplication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** The outbox of an earlier release, with rows in it, brought up to date. */
@SpringBootTest(classes = MessagingTestApplication.class)
class OutboxMigrationIT {

	private static final String APPEND = """
			insert into outbox (event_id, topic, record_key, shard, type, source, subject, version, time, data)
			values (gen_random_uuid(), ?, 'key', 5, 'type', '/source', ?, 1, now(), '')""";

	private final String schema = "earlier_" + UUID.randomUUID().toString().replace("-", "");

	@Autowired
	private DataSource dataSource;

	private SingleConnectionDataSource single;

	private JdbcTemplate jdbc;

	@BeforeEach
	void makeTablesOfEarlierRelease() throws SQLException {
		migrateTo("3");
		Connection connection = this.dataSource.getConnection();
		this.single = new SingleConnectionDataSource(connection, true);
		this.jdbc = new JdbcTemplate(this.single);
		this.jdbc.execute("set search_path = " + this.schema);
	}

	@AfterEach
	void dropThem() {
		this.jdbc.execute("drop schema " + this.schema + " cascade");
		this.jdbc.execute("reset search_path");
		this.single.destroy();
	}

	@Test
	void keepsWhatIsPendingAndWhatWasPublishedWhen() {
		append("a", "pending", "null");
		append("a", "first", "'2026-01-01T10:05:00Z'");
		append("a", "second", "'2026-01-01T10:55:00Z'");
		append("b", "third", "'2026-01-01T10:10:00Z'");
		append("a", "fourth", "'2026-01-01T11:00:00Z'");
		migrateTo("4");
		assertThat(this.jdbc.queryForList("select subject || shard from outbox join outbox_pending using (id)",
				String.class))
			.containsExactly("pending5");
		List<String> batches = this.jdbc.queryForList("""
				select topic || to_char(published_at at time zone 'UTC', ' HH24:MI ') ||
				  (select string_agg(subject, ' ' order by id) from outbox where id = any(ids))
				from outbox_batch order by published_at""", String.class);
		assertThat(batches).containsExactly("b 10:10 third", "a 10:55 first second", "a 11:00 fourth");
	}

	@Test
	void refusesEventsOfAnEarlierReleaseWhichWouldNotBePending() {
		migrateTo("4");
		assertThatExceptionOfType(BadSqlGrammarException.class)
			.isThrownBy(() -> this.jdbc.update(APPEND, "a", "subject"));
	}

	private void append(String topic, String subject, String publishedAt) {
		this.jdbc.update(APPEND, topic, subject);
		this.jdbc.update("update outbox set published_at = " + publishedAt + " where subject = ?", subject);
	}

	private void migrateTo(String version) {
		Flyway.configure()
			.dataSource(this.dataSource)
			.schemas(this.schema)
			.locations("classpath:db/messaging")
			.target(MigrationVersion.fromVersion(version))
			.load()
			.migrate();
	}

}
