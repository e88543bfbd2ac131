package org.salon.e2e;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

import org.awaitility.Awaitility;

/**
 * The whole system as a person starts it: {@code ./run}, on free ports and in a folder of
 * its own. Ends with the JVM.
 */
final class RunningSystem implements AutoCloseable {

	static final String PASSWORD = "end-to-end-password";

	private static final Path PROJECT = Path.of("..").toAbsolutePath().normalize();

	private static final List<String> PORTS = List.of("REGISTRATION", "NOTIFICATION", "ARCHIVE", "INBOX", "SMTP",
			"KAFKA", "POSTGRES");

	private final Map<String, Integer> ports = new HashMap<>();

	private final Map<String, String> settings;

	private final Path folder;

	private final List<String> output = new CopyOnWriteArrayList<>();

	private Process process;

	private RunningSystem(Path folder, Map<String, String> settings) {
		this.folder = folder;
		this.settings = settings;
		PORTS.forEach((name) -> this.ports.put(name, FreePort.next()));
		Runtime.getRuntime().addShutdownHook(new Thread(this::close));
	}

	/** Starts a system without the sample and waits until it says that it is ready. */
	static RunningSystem start(Path folder, Map<String, String> settings) {
		RunningSystem system = new RunningSystem(folder, settings);
		system.start();
		return system;
	}

	/** A system that does not run yet. */
	static RunningSystem prepare(Path folder, Map<String, String> settings) {
		return new RunningSystem(folder, settings);
	}

	private ProcessBuilder command(String... arguments) {
		List<String> line = new ArrayList<>(List.of("bash", PROJECT.resolve("run").toString()));
		line.addAll(List.of(arguments));
		ProcessBuilder builder = new ProcessBuilder(line).redirectErrorStream(true);
		builder.environment().put("SALON_DATA_DIR", this.folder.toString());
		builder.environment().put("SALON_OPERATOR_PASSWORD", PASSWORD);
		// On few cores, to compile for speed what runs for minutes costs more than it
		// gives.
		builder.environment().put("SALON_JAVA_OPTIONS", "-XX:TieredStopAtLevel=1");
		builder.environment().putAll(this.settings);
		return builder;
	}

	/** Runs {@code ./run} with something else to do than to start the system. */
	Done run(String... arguments) {
		try {
			Process command = command(arguments).start();
			String said = new String(command.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
			return new Done(command.waitFor(), said);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	/** What a command ended with, and what it said. */
	record Done(int exitCode, String output) {
	}

	void start() {
		ProcessBuilder builder = command("--empty");
		// What the test sets itself, such as the mail server, stays as it is.
		this.ports
			.forEach((name, port) -> builder.environment().putIfAbsent("SALON_" + name + "_PORT", port.toString()));
		this.output.clear();
		try {
			this.process = builder.start();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		Process source = this.process;
		// A thread of its own: on few cores the common pool has but one, which exits are
		// told by.
		Thread.ofVirtual().start(() -> read(source));
		Awaitility.await("the system is ready").atMost(Duration.ofMinutes(4)).until(() -> {
			if (!this.process.isAlive()) {
				throw new IllegalStateException("it ended: " + output());
			}
			return this.output.stream().anyMatch((line) -> line.contains("Salon is ready"));
		});
	}

	private void read(Process source) {
		try (BufferedReader lines = source.inputReader()) {
			lines.lines().forEach(this.output::add);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	String output() {
		return String.join("\n", this.output);
	}

	/** SIGTERM to what the person started; returns the exit code. */
	int stop() {
		this.process.destroy();
		try {
			if (!this.process.waitFor(90, TimeUnit.SECONDS)) {
				throw new IllegalStateException("it does not stop: " + output());
			}
			return this.process.exitValue();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	/** kill -9 of one part. */
	void kill(String part) {
		ProcessHandle.of(pid(part)).ifPresent((handle) -> {
			handle.destroyForcibly();
			handle.onExit().join();
		});
	}

	/** A signal to one part, by its name without SIG. */
	void signal(String part, String name) {
		signal(pid(part), name);
	}

	static void signal(long pid, String name) {
		try {
			new ProcessBuilder("kill", "-" + name, Long.toString(pid)).start().waitFor();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	/** kill -9 of everything at once, as when the machine loses power. */
	void killEverything() {
		List<ProcessHandle> all = new ArrayList<>(this.process.descendants().toList());
		all.add(this.process.toHandle());
		parts().forEach((part) -> ProcessHandle.of(pid(part)).ifPresent(all::add));
		all.forEach(ProcessHandle::destroyForcibly);
		all.forEach((handle) -> handle.onExit().join());
	}

	long pid(String part) {
		try {
			return Long
				.parseLong(Files.readString(this.folder.resolve("run").resolve(part + ".pid")).strip().split("\\s")[0]);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	List<String> parts() {
		try (var files = Files.list(this.folder.resolve("run"))) {
			return files.map((file) -> file.getFileName().toString())
				.filter((name) -> name.endsWith(".pid"))
				.map((name) -> name.substring(0, name.length() - 4))
				.toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** A file or folder of all that it keeps. */
	Path file(String path) {
		return this.folder.resolve(path);
	}

	String registration() {
		return "http://localhost:" + this.ports.get("REGISTRATION");
	}

	String notification() {
		return "http://localhost:" + this.ports.get("NOTIFICATION");
	}

	String archive() {
		return "http://localhost:" + this.ports.get("ARCHIVE");
	}

	String inbox() {
		return "http://localhost:" + this.ports.get("INBOX");
	}

	String kafka() {
		return "127.0.0.1:" + this.ports.get("KAFKA");
	}

	/** JDBC address of a database. */
	String jdbcUrl(String database) {
		return "jdbc:postgresql://127.0.0.1:" + this.ports.get("POSTGRES") + "/" + database;
	}

	/** What stands in one of its small files, such as a password. */
	String text(String path) {
		try {
			return Files.readString(file(path)).strip();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@Override
	public void close() {
		if (this.process != null && this.process.isAlive()) {
			stop();
		}
	}

}
