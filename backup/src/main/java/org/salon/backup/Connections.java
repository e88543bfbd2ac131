package org.salon.backup;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;

/** One for each database, with one transaction each; what is not committed is undone. */
final class Connections implements AutoCloseable {

	private final Map<Database, Connection> all = new LinkedHashMap<>();

	Connection of(Database database) throws SQLException {
		Connection connection = this.all.get(database);
		if (connection == null) {
			connection = database.connect();
			this.all.put(database, connection);
		}
		return connection;
	}

	Iterable<Connection> all() {
		return this.all.values();
	}

	void commit() throws SQLException {
		for (Connection connection : this.all.values()) {
			connection.commit();
		}
	}

	@Override
	public void close() throws SQLException {
		for (Connection connection : this.all.values()) {
			connection.rollback();
			connection.close();
		}
	}

}
