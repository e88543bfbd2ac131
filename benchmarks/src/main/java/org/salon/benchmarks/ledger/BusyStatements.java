package org.salon.benchmarks.ledger;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.salon.benchmarks.system.DatabaseLogin;

/**
 * Which statements the database is busy with, as it is found at moments: the share of the
 * moments is about that of the time.
 */
final class BusyStatements implements AutoCloseable {

	private static final Duration LOOK_EVERY = Duration.ofMillis(5);

	private static final int SHOWN = 6;

	private static final int LONGEST = 110;

	private final Map<String, Integer> seen = new HashMap<>();

	private final Connection connection;

	private final Thread thread;

	private volatile @Nullable SQLException failure;

	private volatile boolean running = true;

	BusyStatements(DatabaseLogin login) throws SQLException {
		this.connection = login.connect("notification");
		this.thread = Thread.ofPlatform().start(this::look);
	}

	private void look() {
		try (PreparedStatement sql = this.connection.prepareStatement("""
				SELECT query FROM pg_stat_activity
				WHERE datname = current_database() AND state = 'active' AND usename <> current_user""")) {
			while (this.running) {
				try (ResultSet rows = sql.executeQuery()) {
					while (rows.next()) {
						this.seen.merge(shortened(rows.getString(1)), 1, Integer::sum);
					}
				}
				Thread.sleep(LOOK_EVERY);
			}
		}
		catch (SQLException ex) {
			this.failure = ex;
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	/** On one line, and no longer than it takes to know it again. */
	static String shortened(String query) {
		String line = query.strip().replaceAll("\\s+", " ").replace('|', '/');
		return (line.length() > LONGEST) ? line.substring(0, LONGEST) + "…" : line;
	}

	/** Ends the looking; the busiest, with their share of all. */
	String busiest() throws SQLException, InterruptedException {
		this.running = false;
		this.thread.join();
		SQLException ex = this.failure;
		if (ex != null) {
			throw ex;
		}
		double all = this.seen.values().stream().mapToInt(Integer::intValue).sum();
		return this.seen.entrySet()
			.stream()
			.sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
			.limit(SHOWN)
			.map((entry) -> String.format(Locale.ROOT, "%.0f %% `%s`", 100 * entry.getValue() / all, entry.getKey()))
			.collect(Collectors.joining("; "));
	}

	@Override
	public void close() throws SQLException, InterruptedException {
		this.running = false;
		this.thread.join();
		this.connection.close();
	}

}
