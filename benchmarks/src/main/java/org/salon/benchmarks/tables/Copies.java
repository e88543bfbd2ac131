package org.salon.benchmarks.tables;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Many rows after the pattern of one that the service wrote itself: columns that nobody
 * names are as there, those of a later schema too.
 */
public final class Copies {

	private final Connection connection;

	/** In the database of this connection. */
	public Copies(Connection connection) {
		this.connection = connection;
	}

	/**
	 * Adds rows to a table.
	 * @param values SQL for the columns that differ, by name
	 * @param from what {@code FROM} names: the pattern as {@code p}, and what makes many
	 * of it
	 */
	public void add(String table, Map<String, String> values, String from) throws SQLException {
		List<String> columns = columns(table);
		if (!columns.containsAll(values.keySet())) {
			throw new IllegalStateException(table + " has only " + columns);
		}
		try (Statement sql = this.connection.createStatement()) {
			sql.execute(insert(table, columns, values, from));
		}
	}

	static String insert(String table, List<String> columns, Map<String, String> values, String from) {
		return "INSERT INTO %s (%s) SELECT %s FROM %s".formatted(table, String.join(", ", columns),
				columns.stream()
					.map((column) -> values.getOrDefault(column, "p." + column))
					.collect(Collectors.joining(", ")),
				from);
	}

	private List<String> columns(String table) throws SQLException {
		try (PreparedStatement sql = this.connection.prepareStatement("""
				SELECT column_name FROM information_schema.columns
				WHERE table_schema = 'public' AND table_name = ? AND is_generated = 'NEVER'
				ORDER BY ordinal_position""")) {
			sql.setString(1, table);
			List<String> columns = new ArrayList<>();
			try (ResultSet rows = sql.executeQuery()) {
				while (rows.next()) {
					columns.add(rows.getString(1));
				}
			}
			return columns;
		}
	}

}
