package org.salon.notification.bounce;

import org.jspecify.annotations.Nullable;

/** It does not report on a mail, or not so that it can be understood. */
public final class UnreadableReport extends Exception {

	UnreadableReport(String message) {
		this(message, null);
	}

	UnreadableReport(String message, @Nullable Throwable cause) {
		super(message, cause);
	}

}
