package org.salon.archive.salon;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * A salon as it stands in the archive.
 *
 * @param version of the salon that the archive has
 * @param replayAt when there was first something to watch or read; absent while there is
 * nothing
 * @param updatedAt when it last changed
 */
public record Entry(Salon salon, long version, @Nullable Instant replayAt, Instant updatedAt) {
}
