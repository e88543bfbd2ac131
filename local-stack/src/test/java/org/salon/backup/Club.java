package org.salon.backup;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;

import org.salon.localstack.LocalStack;

/** Databases of a club on the real server, each with its role, without services. */
final class Club {

	static final PrintStream SILENCE = new PrintStream(PrintStream.nullOutputStream(), true, StandardCharsets.UTF_8);

	private static final Map<String, String> TEMPLATES = new ConcurrentHashMap<>();

	final SalonDatabases databases;

	private Club(SalonDatabases databases) {
		this.databases = databases;
	}

	/** Without tables. */
	static Club bare() throws SQLException {
		return club((name) -> "template0");
	}

	/** With the tables of this release and nothing in them. */
	static Club empty() throws SQLException {
		return club(Club::template);
	}

	/** By copying: to migrate each would take most of the time of the tests. */
	private static Club club(UnaryOperator<String> templates) throws SQLException {
		LocalStack stack = LocalStack.shared();
		String suffix = UUID.randomUUID().toString().replace("-", "");
		Database server = new Database("postgres", stack.jdbcUrl("postgres"), "postgres", stack.password());
		List<Database> made = new ArrayList<>();
		for (String name : List.of("registration", "notification", "archive")) {
			String template = templates.apply(name);
			try (Connection connection = server.connect(); Statement statement = connection.createStatement()) {
				connection.setAutoCommit(true);
				statement.execute(
						"create database %s_%s template %s owner %s".formatted(name, suffix, template, stack.user()));
			}
			made.add(new Database(name, stack.jdbcUrl(name + "_" + suffix), stack.user(), stack.password()));
		}
		return new Club(new SalonDatabases(made.get(0), made.get(1), made.get(2)));
	}

	private static synchronized String template(String name) {
		return TEMPLATES.computeIfAbsent(name, (missing) -> {
			LocalStack stack = LocalStack.shared();
			String template = missing + "_template";
			Migrations migrations = new Migrations(
					new Database(missing, stack.createDatabase(template), stack.user(), stack.password()));
			migrations.migrate(migrations.newest());
			return template;
		});
	}

	void registration(String... statements) throws SQLException {
		execute(this.databases.registration(), statements);
	}

	void notification(String... statements) throws SQLException {
		execute(this.databases.notification(), statements);
	}

	void archive(String... statements) throws SQLException {
		execute(this.databases.archive(), statements);
	}

	static void execute(Database database, String... statements) throws SQLException {
		try (Connection connection = database.connect(); Statement statement = connection.createStatement()) {
			for (String sql : statements) {
				statement.execute(sql);
			}
			connection.commit();
		}
	}

	/** First column of each row, as text. */
	static List<String> texts(Database database, String query) throws SQLException {
		List<String> texts = new ArrayList<>();
		try (Connection connection = database.connect();
				Statement statement = connection.createStatement();
				ResultSet row = statement.executeQuery(query)) {
			while (row.next()) {
				texts.add(row.getString(1));
			}
		}
		return texts;
	}

	/** Every row of every table that is carried, as text. */
	Map<String, List<String>> rows() throws SQLException {
		Map<String, List<String>> rows = new TreeMap<>();
		for (Database database : this.databases.readersFirst()) {
			try (Connection connection = database.connect()) {
				for (String table : Schema.of(connection).tables().keySet()) {
					rows.put(database.name() + " " + table,
							texts(database, "select t::text from " + table + " t order by 1"));
				}
				rows.put(database.name(),
						Schema.sequences(connection).stream().map(Manifest.Sequence::toString).toList());
			}
		}
		return rows;
	}

	void backUp(Path file) {
		new BackupWriter(this.databases, Map.of(BackupWriter.LINK_KEY, "key"), SILENCE).write(file, true);
	}

	void restore(Path file, boolean replace, boolean sendDue) {
		try (BackupFile backup = BackupFile.open(file)) {
			new Restore(this.databases, replace, sendDue, SILENCE).run(backup);
		}
	}

	/** An event of the outbox that is pending, and which id it has. */
	static String event(String id, String topic, String subject, int version) {
		return """
				with event as (
				  insert into messaging.outbox (event_id, topic, record_key, type, source, subject, version, time, data)
				  values ('%s', '%s', '44', 'salon.announced.v1', '/test', '%s', %d, '2026-06-01T10:00Z', '\\x00090a5c') returning id)
				insert into messaging.outbox_pending (id, shard) select id, 3 from event
				"""
			.formatted(id, topic, subject, version);
	}

	static String seen(String id) {
		return "insert into messaging.inbox (event_id, digest) values ('%s', '\\x01')".formatted(id);
	}

	static String publishAll(String topic) {
		return """
				with gone as (delete from messaging.outbox_pending p using messaging.outbox o
				  where o.id = p.id and o.topic = '%s' returning p.id)
				insert into messaging.outbox_batch (published_at, topic, ids)
				select '2026-06-02T10:00Z', '%s', array_agg(id order by id) from gone""".formatted(topic, topic);
	}

}
