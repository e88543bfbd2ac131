package org.salon.archive.projection;

/** A rebuild runs already, here or on another instance. */
class RebuildRunning extends RuntimeException {

	RebuildRunning() {
		super("a rebuild runs already");
	}

}
