package org.salon.benchmarks.tables;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

import org.salon.benchmarks.system.DatabaseLogin;

/** The rows of a table written as fast as PostgreSQL takes them: by COPY. */
public final class PlainCopy {

	private PlainCopy() {
	}

	/**
	 * Rows per second, durably, into a copy of the table with all its indexes.
	 */
	public static double rowsPerSecond(DatabaseLogin login, String database, String table) throws SQLException {
		try (Connection connection = login.connect(database); Statement statement = connection.createStatement()) {
			CopyManager copies = connection.unwrap(PGConnection.class).getCopyAPI();
			statement.execute("create table plain_copy (like " + table + " including all)");
			try {
				ByteArrayOutputStream rows = new ByteArrayOutputStream();
				copies.copyOut("copy " + table + " to stdout", rows);
				long start = System.nanoTime();
				long count = copies.copyIn("copy plain_copy from stdin", new ByteArrayInputStream(rows.toByteArray()));
				return count / ((System.nanoTime() - start) / 1e9);
			}
			finally {
				statement.execute("drop table plain_copy");
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
