package org.salon.events;

import org.jspecify.annotations.Nullable;

/** A record that is no event of this language; its message quotes none of the data. */
public class UnreadableEvent extends RuntimeException {

	public UnreadableEvent(String message, @Nullable Throwable cause) {
		super(message, cause);
	}

}
