package org.salon.archive.projection;

import java.sql.Connection;
import java.sql.SQLException;

import javax.sql.DataSource;

import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The lock by which at most one rebuild runs over all instances. It belongs to a
 * connection of its own, so that the database frees it when the instance dies.
 */
final class RebuildLock implements AutoCloseable {

	// Two numbers ("SALN", and the archive's): a key space apart from locks by one
	// number.
	private static final String KEY = "1396788302, 1";

	private static final String HELD = """
			select exists (select from pg_locks where locktype = 'advisory' and granted
				and classid = 1396788302 and objid = 1
				and database = (select oid from pg_database where datname = current_database()))
			""";

	private final Connection connection;

	private final boolean acquired;

	private RebuildLock(Connection connection) throws SQLException {
		this.connection = connection;
		try {
			this.acquired = ask("select pg_try_advisory_lock(" + KEY + ")");
		}
		catch (SQLException ex) {
			connection.close();
			throw ex;
		}
	}

	/** Asks for the lock, without waiting; see {@link #isAcquired()}. */
	static RebuildLock request(DataSource dataSource) {
		try {
			return new RebuildLock(dataSource.getConnection());
		}
		catch (SQLException ex) {
			throw new DataAccessResourceFailureException("cannot lock the rebuild", ex);
		}
	}

	static boolean isHeldByAnyone(JdbcClient jdbc) {
		return jdbc.sql(HELD).query(Boolean.class).single();
	}

	boolean isAcquired() {
		return this.acquired;
	}

	@Override
	public void close() {
		try (Connection closing = this.connection) {
			// The pool keeps the connection open, and the lock with it, unless it is
			// freed.
			if (this.acquired && !closing.isClosed()) {
				ask("select pg_advisory_unlock(" + KEY + ")");
			}
		}
		catch (SQLException ex) {
			// A broken connection has lost the lock already.
			throw new DataAccessResourceFailureException("cannot free the lock of the rebuild", ex);
		}
	}

	private boolean ask(String sql) throws SQLException {
		try (var statement = this.connection.createStatement(); var answer = statement.executeQuery(sql)) {
			return answer.next() && answer.getBoolean(1);
		}
	}

}
