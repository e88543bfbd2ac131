package org.salon.benchmarks.system;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.salon.localstack.process.FreePort;

/**
 * The whole packaged system as a person starts it, {@code ./run --empty}, on free ports
 * and in a folder of its own. It ends with this JVM, on a signal too.
 */
public final class RunningSystem implements AutoCloseable {

	/** Of the user {@code operator}. */
	public static final String PASSWORD = "benchmark-password";

	private static final int START_MINUTES = 6;

	private static final List<String> PORTS = List.of("REGISTRATION", "NOTIFICATION", "ARCHIVE", "INBOX", "SMTP",
			"KAFKA", "POSTGRES");

	private final Map<String, Integer> ports = PORTS.stream()
		.collect(Collectors.toMap((name) -> name, (name) -> FreePort.any()));

	private final Path folder;

	private final List<String> output = new ArrayList<>();

	private final CompletableFuture<Void> ready = new CompletableFuture<>();

	private final Process process;

	private RunningSystem(Path project, Path folder, Ending ending, Map<String, String> settings) {
		this.folder = folder.toAbsolutePath();
		ProcessBuilder builder = new ProcessBuilder("bash", project.resolve("run").toString(), "--empty");
		builder.redirectErrorStream(true);
		// What the caller set for other runs must not lead the load to another machine.
		builder.environment().keySet().removeIf((name) -> name.startsWith("SALON_") || name.startsWith("SPRING_"));
		builder.environment().put("SALON_DATA_DIR", this.folder.toString());
		builder.environment().put("SALON_OPERATOR_PASSWORD", PASSWORD);
		builder.environment().put("SALON_RATE_LIMITS", "off");
		this.ports.forEach((name, port) -> builder.environment().put("SALON_" + name + "_PORT", port.toString()));
		builder.environment().putAll(settings);
		try {
			this.process = builder.start();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		ending.add(this::close);
		// To read from a pipe keeps a carrier of virtual threads: with two systems on two
		// cores there would be none left for all the others.
		Thread.ofPlatform().daemon().start(this::read);
	}

	/**
	 * Builds what changed, starts the system and returns when it is ready.
	 * @param project root of the project
	 * @param folder for all state; removed at the end
	 * @param ending stops it on a signal
	 * @throws IllegalStateException if it does not start; the message holds its output
	 */
	public static RunningSystem start(Path project, Path folder, Ending ending) {
		return start(project, folder, ending, Map.of());
	}

	/**
	 * The same with settings of its own.
	 * @param settings variables of the environment
	 */
	public static RunningSystem start(Path project, Path folder, Ending ending, Map<String, String> settings) {
		RunningSystem system = new RunningSystem(project, folder, ending, settings);
		try {
			system.ready.orTimeout(START_MINUTES, TimeUnit.MINUTES).join();
			return system;
		}
		catch (CompletionException ex) {
			system.close();
			throw new IllegalStateException("The system does not start. It said:\n" + system.output(), ex);
		}
	}

	private void read() {
		try (BufferedReader lines = this.process.inputReader()) {
			for (String line = lines.readLine(); line != null; line = lines.readLine()) {
				synchronized (this.output) {
					this.output.add(line);
				}
				if (line.contains("Salon is ready")) {
					this.ready.complete(null);
				}
			}
			this.ready.completeExceptionally(new IllegalStateException("it ended"));
		}
		catch (IOException ex) {
			this.ready.completeExceptionally(ex);
		}
	}

	private String output() {
		synchronized (this.output) {
			return String.join("\n", this.output);
		}
	}

	/** Address of the public site. */
	public String registration() {
		return "http://127.0.0.1:" + this.ports.get("REGISTRATION");
	}

	/** Address of the archive. */
	public String archive() {
		return "http://127.0.0.1:" + this.ports.get("ARCHIVE");
	}

	/** Address of the mail pages. */
	public String notification() {
		return "http://127.0.0.1:" + this.ports.get("NOTIFICATION");
	}

	/** Where Kafka listens. */
	public String kafka() {
		return "127.0.0.1:" + this.ports.get("KAFKA");
	}

	/** Address of the mail catcher's page. */
	public String inbox() {
		return "http://127.0.0.1:" + this.ports.get("INBOX");
	}

	/** The database server, as its superuser. */
	public DatabaseLogin database() {
		try {
			return new DatabaseLogin(this.ports.getOrDefault("POSTGRES", 0), "postgres",
					Files.readString(this.folder.resolve("postgres/superuser.password")).strip());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** The processes that it consists of, by name. */
	public Map<String, ProcessHandle> parts() {
		Map<String, ProcessHandle> parts = new LinkedHashMap<>();
		try (Stream<Path> files = Files.list(this.folder.resolve("run"))) {
			for (Path file : files.filter((path) -> path.toString().endsWith(".pid")).sorted().toList()) {
				String name = file.getFileName().toString().replace(".pid", "");
				long pid = Long.parseLong(Files.readString(file).strip().split("\\s", -1)[0]);
				ProcessHandle.of(pid).ifPresent((handle) -> parts.put(name, handle));
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return parts;
	}

	/** Stops everything and removes the folder; does nothing the second time. */
	@Override
	public synchronized void close() {
		if (this.process.isAlive()) {
			this.process.destroy();
			try {
				if (!this.process.waitFor(60, TimeUnit.SECONDS)) {
					this.process.destroyForcibly();
				}
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
			}
		}
		Folders.delete(this.folder);
	}

}
