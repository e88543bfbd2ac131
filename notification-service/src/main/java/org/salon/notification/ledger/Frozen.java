package org.salon.notification.ledger;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * A message as it is kept while it may have to go out again, the very same.
 *
 * @param form that it shares with others; nothing, if it is whole by itself
 * @param content what is its own
 */
public record Frozen(@Nullable Form form, byte[] content) {

	/**
	 * What many messages share; kept once for all of them.
	 *
	 * @param id the same for the same content
	 */
	public record Form(UUID id, byte[] content) {
	}

}
