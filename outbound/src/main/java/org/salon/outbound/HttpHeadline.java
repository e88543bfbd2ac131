package org.salon.outbound;

import org.jspecify.annotations.Nullable;

/**
 * What an answer says before its body, which was not read.
 *
 * @param location where else to go, as the server wrote it
 * @param retryAfter seconds or a date, as the server wrote it
 */
public record HttpHeadline(int status, @Nullable String location, @Nullable String retryAfter) {
}
