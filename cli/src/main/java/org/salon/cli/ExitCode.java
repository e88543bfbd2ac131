package org.salon.cli;

/** What a script learns of a command. */
final class ExitCode {

	/** It was done. */
	static final int DONE = 0;

	/** The service refused it, and said why. */
	static final int REFUSED = 1;

	/** The command was not understood. */
	static final int USAGE = 2;

	/** The service does not answer, or not as it should: try again later. */
	static final int UNAVAILABLE = 3;

	/** The operator's password is missing or wrong. */
	static final int FORBIDDEN = 4;

	private ExitCode() {
	}

}
