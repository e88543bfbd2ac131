package org.salon.outbound;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

/**
 * What a server answered.
 *
 * @param body at most its first 64 kB; empty, if it broke off
 * @param retryAfter how long the server asks to wait, in seconds, if it does
 */
public record HttpReply(int status, String body, @Nullable Duration retryAfter) {

	public boolean good() {
		return this.status >= 200 && this.status < 300;
	}

}
