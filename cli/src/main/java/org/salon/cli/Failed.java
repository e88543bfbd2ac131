package org.salon.cli;

/** Why a command could not be done, in words for who called it. */
final class Failed extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final int exitCode;

	Failed(int exitCode, String message) {
		super(message);
		this.exitCode = exitCode;
	}

	int exitCode() {
		return this.exitCode;
	}

}
