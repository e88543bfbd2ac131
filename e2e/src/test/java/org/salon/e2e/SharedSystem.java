package org.salon.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Map;

/**
 * One running system for the tests that can share it: it is started by the first, and
 * ended by the last or with the JVM. Its salon 44 belongs to {@link WholeWayIT}, which
 * comes first; the others say which are theirs.
 */
final class SharedSystem {

	/** Gets the traces of all that it does, for as long as there are tests. */
	static final TraceCollector TRACES = new TraceCollector();

	/**
	 * Links are listed, and none is asked for: tests need no way to the outside.
	 */
	static final Map<String, String> SETTINGS = Map.of("SALON_REMINDERS", "PT40S,PT10S", "SALON_MINIMAL_FILL_TIME",
			"PT0S", "SALON_LINK_CHECK", "on", "SALON_LINK_THREADS", "0",
			"MANAGEMENT_OPENTELEMETRY_TRACING_EXPORT_OTLP_ENDPOINT", TRACES.address());

	private static RunningSystem system;

	private SharedSystem() {
	}

	static synchronized RunningSystem get() {
		if (system == null) {
			try {
				system = RunningSystem.start(Files.createTempDirectory("salon-e2e"), SETTINGS);
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		}
		return system;
	}

	static synchronized void close() {
		if (system != null) {
			system.close();
			system = null;
		}
	}

}
