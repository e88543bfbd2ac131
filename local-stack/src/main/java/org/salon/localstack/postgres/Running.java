package org.salon.localstack.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.salon.localstack.process.Lifeline;
import org.salon.localstack.process.Signals;

/** A server that was started, and the promise to tell when it ends. */
record Running(EmbeddedPostgres server, ProcessHandle postmaster, CompletableFuture<Void> exit) {

	static Running watch(EmbeddedPostgres server, ProcessHandle postmaster) {
		Lifeline lifeline = Lifeline.tie(postmaster.pid(), "INT");
		CompletableFuture<Void> exit = new CompletableFuture<>();
		Thread.ofPlatform().daemon().name("postgres-watch").start(() -> {
			Signals.awaitExit(postmaster, Duration.ofDays(365));
			lifeline.close();
			release(server);
			exit.complete(null);
		});
		return new Running(server, postmaster, exit);
	}

	/** The library locks the data folder until it is told that all is over. */
	static void release(EmbeddedPostgres server) {
		try {
			server.close();
		}
		catch (IOException ex) {
			throw new UncheckedIOException("Cannot release the data folder", ex);
		}
	}

}
