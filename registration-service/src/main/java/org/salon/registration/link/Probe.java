package org.salon.registration.link;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * The outcome of a check.
 *
 * @param status of the last answer, if there was one
 * @param redirectedTo where the address led in the end, if elsewhere
 * @param notBefore when to ask again, if it has to be later
 */
record Probe(Finding finding, @Nullable Integer status, @Nullable String redirectedTo, @Nullable Instant notBefore) {

	static Probe later(Instant notBefore, @Nullable Integer status) {
		return new Probe(Finding.BUSY, status, null, notBefore);
	}

}
