package org.salon.backup;

import org.jspecify.annotations.Nullable;

/**
 * It cannot be backed up, or not restored. The message is a sentence for the person at
 * the terminal.
 */
public final class BackupFailed extends RuntimeException {

	/** For this reason. */
	public BackupFailed(String message) {
		this(message, null);
	}

	/** For this reason, after that failure. */
	public BackupFailed(String message, @Nullable Throwable cause) {
		super(message, cause);
	}

}
