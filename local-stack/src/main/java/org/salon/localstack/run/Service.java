package org.salon.localstack.run;

import java.util.Locale;
import java.util.function.ToIntFunction;

/** The services that make up the system. */
enum Service {

	REGISTRATION(Settings::registrationPort), NOTIFICATION(Settings::notificationPort), ARCHIVE(Settings::archivePort);

	private final ToIntFunction<Settings> port;

	Service(ToIntFunction<Settings> port) {
		this.port = port;
	}

	/** Name of its module, its jar, its process and its consumer group. */
	String title() {
		return database() + "-service";
	}

	/** Name of its database, and of the role that owns it. */
	String database() {
		return name().toLowerCase(Locale.ROOT);
	}

	int port(Settings settings) {
		return this.port.applyAsInt(settings);
	}

}
