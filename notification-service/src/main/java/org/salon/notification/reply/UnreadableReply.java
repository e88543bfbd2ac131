package org.salon.notification.reply;

import org.jspecify.annotations.Nullable;

/** A calendar's answer that cannot be understood. */
final class UnreadableReply extends Exception {

	UnreadableReply(String message) {
		this(message, null);
	}

	UnreadableReply(String message, @Nullable Throwable cause) {
		super(message, cause);
	}

}
