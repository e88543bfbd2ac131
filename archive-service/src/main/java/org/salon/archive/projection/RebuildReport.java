package org.salon.archive.projection;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * What is known of the latest rebuild.
 *
 * @param generation that it builds
 * @param events read so far
 * @param salons that it ended with
 * @param failure why it failed, in a word
 */
record RebuildReport(long generation, State state, Instant startedAt, @Nullable Instant finishedAt, long events,
		@Nullable Long salons, @Nullable String failure) {

	enum State {

		RUNNING, DONE, FAILED

	}

}
