package org.salon.e2e;

import java.io.IOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Every table of every schema of every database of a running system, whosever it is.
 * Whole rows are looked at as text, so no column of whatever type is left out. Not looked
 * at is PostgreSQL's own catalogue.
 */
record EveryTable(String server, String password) {

	private static final String DATABASES = "SELECT datname FROM pg_database WHERE datallowconn AND NOT datistemplate";

	private static final String TABLES = """
			SELECT format('%I.%I', n.nspname, c.relname) FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
			WHERE c.relkind IN ('r', 'p', 'm', 'f') AND n.nspname NOT IN ('pg_catalog', 'information_schema')""";

	private static final String HOLDS = """
			SELECT EXISTS (SELECT 1 FROM %s whole_row, unnest(?) form
				WHERE position(form IN lower(whole_row::text)) > 0)""";

	static EveryTable of(RunningSystem system) throws IOException {
		// The fourth line of the server's own pid file is its port.
		String port = Files.readAllLines(system.file("postgres/data/postmaster.pid")).get(3);
		return new EveryTable("jdbc:postgresql://127.0.0.1:" + port + "/",
				Files.readString(system.file("postgres/superuser.password")).strip());
	}

	/** All there are, as database.schema.table. */
	Set<String> names() throws SQLException {
		return find(Traces.of(), true);
	}

	/** Those with a row that holds any of it. */
	Set<String> holding(Traces traces) throws SQLException {
		return find(traces, false);
	}

	private Set<String> find(Traces traces, boolean all) throws SQLException {
		Set<String> found = new TreeSet<>();
		for (String database : texts("postgres", DATABASES)) {
			try (Connection connection = connect(database)) {
				for (String table : texts(connection, TABLES)) {
					if (all || holds(connection, table, traces)) {
						found.add(database + "." + table);
					}
				}
			}
		}
		return found;
	}

	private static boolean holds(Connection connection, String table, Traces traces) throws SQLException {
		try (PreparedStatement query = connection.prepareStatement(HOLDS.formatted(table))) {
			query.setArray(1, connection.createArrayOf("text", traces.forms().toArray()));
			try (ResultSet answer = query.executeQuery()) {
				return answer.next() && answer.getBoolean(1);
			}
		}
	}

	private List<String> texts(String database, String query) throws SQLException {
		try (Connection connection = connect(database)) {
			return texts(connection, query);
		}
	}

	private static List<String> texts(Connection connection, String query) throws SQLException {
		List<String> texts = new ArrayList<>();
		try (PreparedStatement statement = connection.prepareStatement(query);
				ResultSet rows = statement.executeQuery()) {
			while (rows.next()) {
				texts.add(rows.getString(1));
			}
		}
		return texts;
	}

	private Connection connect(String database) throws SQLException {
		return DriverManager.getConnection(this.server + database, "postgres", this.password);
	}

}
