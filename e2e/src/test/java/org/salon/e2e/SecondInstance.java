package org.salon.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.awaitility.Awaitility;

/** Another notification-service on the database and the broker of a running system. */
final class SecondInstance implements AutoCloseable {

	private static final Path JAR = Path.of("..", "notification-service", "target", "notification-service",
			"notification-service.jar");

	private final RunningSystem system;

	private final Map<String, String> settings;

	private final int port = FreePort.next();

	private Process process;

	/**
	 * Prepares it.
	 * @param settings variables of the environment, beside those that tell it where the
	 * others are
	 */
	SecondInstance(RunningSystem system, Map<String, String> settings) {
		this.system = system;
		this.settings = new HashMap<>(settings);
		this.settings.put("SERVER_PORT", Integer.toString(this.port));
		this.settings.put("SPRING_DATASOURCE_URL", system.jdbcUrl("notification"));
		this.settings.put("SPRING_DATASOURCE_USERNAME", "notification");
		this.settings.put("SPRING_DATASOURCE_PASSWORD", system.text("secrets/notification.database.password"));
		this.settings.put("SPRING_KAFKA_BOOTSTRAP_SERVERS", system.kafka());
		this.settings.put("SPRING_MAIL_HOST", "127.0.0.1");
		this.settings.put("SALON_OPERATOR_PASSWORD", RunningSystem.PASSWORD);
		this.settings.put("SALON_LINK_KEY", system.text("secrets/link.key"));
		this.settings.put("SALON_BASE_URL", system.registration());
		this.settings.put("SALON_ARCHIVE_BASE_URL", system.archive());
		Runtime.getRuntime().addShutdownHook(new Thread(this::close));
	}

	/** Starts it and waits until it is ready. */
	void start() {
		ProcessBuilder builder = new ProcessBuilder(
				List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx256m",
						"-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-jar", JAR.toString()))
			.redirectErrorStream(true)
			.redirectOutput(ProcessBuilder.Redirect.appendTo(this.system.file("logs/second.log").toFile()));
		builder.environment().putAll(this.settings);
		try {
			this.process = builder.start();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		Awaitility.await("the second instance is ready").atMost(Duration.ofMinutes(2)).until(this::isReady);
	}

	private boolean isReady() {
		if (!this.process.isAlive()) {
			throw new IllegalStateException("it ended: " + this.system.text("logs/second.log"));
		}
		try {
			return Http.get("http://localhost:" + this.port + "/actuator/health/readiness").statusCode() == 200;
		}
		catch (IllegalStateException ex) {
			return false;
		}
	}

	void kill() {
		this.process.destroyForcibly().onExit().join();
	}

	/** A signal by its name without SIG. */
	void signal(String name) {
		RunningSystem.signal(this.process.pid(), name);
	}

	@Override
	public void close() {
		if (this.process != null && this.process.isAlive()) {
			kill();
		}
	}

}
