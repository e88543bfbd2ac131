package org.salon.localstack.run;

import java.util.concurrent.CompletableFuture;

import org.salon.localstack.postgres.PostgresServer;

/** The embedded database server. */
record PostgresPart(PostgresServer server) implements Part {

	PostgresPart(DataFolder data, int port) {
		this(new PostgresServer(data.folder("postgres"), port, data.pidFile("postgres"), data.log("postgres")));
	}

	@Override
	public String name() {
		return "postgres";
	}

	@Override
	public void stopOrphan() {
		this.server.stopOrphan();
	}

	@Override
	public void start() {
		this.server.start();
	}

	@Override
	public CompletableFuture<?> onExit() {
		return this.server.onExit();
	}

	@Override
	public void stop() {
		this.server.stop();
	}

}
