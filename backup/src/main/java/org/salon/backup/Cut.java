package org.salon.backup;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * One moment in all databases, however long it takes to copy them, while the services go
 * on.
 *
 * <p>
 * A reader of events that had seen one which its writer's copy lacks would take the next
 * one under that version for an old one, and drop it. So readers come first, and the
 * source of all, registration, last. It reads what notification writes, too: therefore
 * nothing enters the outbox of notification from before its moment until after that of
 * registration, which are some milliseconds. Of what a copy of a writer has and one of
 * its reader lacks nothing is lost: it is published again.
 */
final class Cut implements AutoCloseable {

	private final Connections copies = new Connections();

	private Cut() {
	}

	static Cut through(SalonDatabases databases) throws SQLException {
		Cut cut = new Cut();
		try (Connection barrier = databases.notification().connect(); Statement statement = barrier.createStatement()) {
			// All connections first, as to make one takes longer than all the rest.
			for (Database database : databases.readersFirst()) {
				cut.copies.of(database);
			}
			statement.execute("set local lock_timeout = '30s'");
			statement.execute("lock table messaging.outbox in share mode");
			for (Connection copy : cut.copies.all()) {
				freeze(copy);
			}
			barrier.rollback();
			return cut;
		}
		catch (SQLException | RuntimeException ex) {
			cut.close();
			throw ex;
		}
	}

	private static void freeze(Connection copy) throws SQLException {
		copy.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
		copy.setReadOnly(true);
		try (Statement statement = copy.createStatement()) {
			statement.execute("select pg_current_snapshot()");
		}
	}

	Connection copy(Database database) throws SQLException {
		return this.copies.of(database);
	}

	@Override
	public void close() throws SQLException {
		this.copies.close();
	}

}
