package org.salon.cli;

/** The services, with the port that each has if nothing else is said. */
enum Service {

	REGISTRATION(8080), NOTIFICATION(8081), ARCHIVE(8082);

	private final int port;

	Service(int port) {
		this.port = port;
	}

	int port() {
		return this.port;
	}

	/** As people write it. */
	String text() {
		return name().toLowerCase(java.util.Locale.ROOT);
	}

}
