package org.salon.localstack.process;

import java.util.concurrent.CompletableFuture;

/** A server in processes of its own, which end with the JVM that started them. */
public interface EmbeddedServer extends AutoCloseable {

	/**
	 * Starts it and returns once it answers. One that an earlier run left behind on its
	 * folder is stopped first.
	 * @throws IllegalStateException if it does not answer in time; the message holds the
	 * end of its log
	 */
	EmbeddedServer start();

	/** Completes when the server that was started last ends, for whatever reason. */
	CompletableFuture<?> onExit();

	/** Ends it as a crash would. Its data remain. */
	void kill();

	/** Stops it in good order; does nothing if it does not run. */
	void stop();

	/** Stops a server that an earlier run left behind on its folder. */
	void stopOrphan();

	@Override
	default void close() {
		stop();
	}

}
