package org.salon.benchmarks.registrations;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.salon.benchmarks.system.DatabaseLogin;

/** The inserts by plain JDBC, for machines without pgbench. */
final class JdbcLoop implements InsertLimit {

	private final DatabaseLogin login;

	JdbcLoop(DatabaseLogin login) {
		this.login = login;
	}

	@Override
	public String name() {
		return "plain JDBC";
	}

	@Override
	public double perSecond(List<String> inserts, int clients, Duration duration) throws InterruptedException {
		long start = System.nanoTime();
		long end = start + duration.toNanos();
		List<Future<Long>> working = new ArrayList<>();
		try (ExecutorService threads = Executors.newFixedThreadPool(clients)) {
			for (int i = 0; i < clients; i++) {
				working.add(threads.submit(() -> insertUntil(inserts, end)));
			}
		}
		double seconds = (System.nanoTime() - start) / 1e9;
		long done = 0;
		for (Future<Long> client : working) {
			done += result(client);
		}
		return done / seconds;
	}

	private long insertUntil(List<String> inserts, long end) throws SQLException {
		try (Connection connection = this.login.connect(LimitTables.DATABASE)) {
			connection.setAutoCommit(false);
			List<PreparedStatement> statements = new ArrayList<>();
			for (String insert : inserts) {
				statements.add(connection.prepareStatement(insert.replace(LimitTables.MEMBER, "?")));
			}
			long done = 0;
			for (; System.nanoTime() < end; done++) {
				insertOnce(statements);
				connection.commit();
			}
			return done;
		}
	}

	private static void insertOnce(List<PreparedStatement> statements) throws SQLException {
		String member;
		try (ResultSet row = statements.getFirst().executeQuery()) {
			row.next();
			member = row.getString(1);
		}
		for (PreparedStatement statement : statements.subList(1, statements.size())) {
			// The server knows whether the column is a uuid or a text.
			statement.setObject(1, member, Types.OTHER);
			statement.executeUpdate();
		}
	}

	private static long result(Future<Long> done) throws InterruptedException {
		try {
			return done.get();
		}
		catch (ExecutionException ex) {
			throw new IllegalStateException("The inserts failed", ex.getCause());
		}
	}

}
