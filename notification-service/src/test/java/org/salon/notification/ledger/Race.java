package org.salon.notification.ledger;

import java.util.concurrent.CompletableFuture;

import org.awaitility.Awaitility;
import org.salon.notification.World;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

import static org.assertj.core.api.Assertions.assertThat;

/** Two that are at the same rows at the same time. */
final class Race {

	private Race() {
	}

	/** The second begins before the first commits, and has to wait for it. */
	static void run(TransactionOperations transactions, JdbcClient jdbc, Runnable first, Runnable second) {
		CompletableFuture<Void> later = transactions.execute((status) -> {
			first.run();
			CompletableFuture<Void> begun = CompletableFuture
				.runAsync(() -> transactions.executeWithoutResult((other) -> second.run()), Thread.ofPlatform()::start);
			Awaitility.await("the second waits")
				.atMost(World.PATIENCE)
				.until(() -> begun.isDone() || somebodyWaits(jdbc));
			return begun;
		});
		assertThat(later).succeedsWithin(World.PATIENCE);
	}

	private static boolean somebodyWaits(JdbcClient jdbc) {
		return jdbc.sql("""
				SELECT EXISTS (SELECT 1 FROM pg_stat_activity
					WHERE datname = current_database() AND wait_event_type = 'Lock')""").query(Boolean.class).single();
	}

}
