package org.salon.localstack.run;

import java.util.concurrent.CompletableFuture;

import org.salon.localstack.process.EmbeddedServer;

/** The embedded broker or database server. */
record ServerPart(String name, EmbeddedServer server) implements Part {

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
