package org.salon.localstack.run;

import java.util.concurrent.CompletableFuture;

/** Something that the launcher keeps running in a process of its own. */
interface Part {

	/** Name in messages, and of its pid and log files. */
	String name();

	/** Stops what an earlier run left behind. */
	void stopOrphan();

	/**
	 * Starts it and returns once it is ready.
	 * @throws IllegalStateException if it does not become ready; the message tells why
	 */
	void start();

	/** Completes when the process that was started last ends. */
	CompletableFuture<?> onExit();

	/** Stops it in good order. */
	void stop();

}
