package org.salon.localstack.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/**
 * A program that runs as a child of this JVM and does not outlive it.
 *
 * <p>
 * It ignores Ctrl-C, which a terminal sends to every process in the foreground: the
 * parent alone decides in which order its parts stop.
 */
public final class ChildProcess {

	/** A log larger than this, in bytes, makes room for a new one at the next start. */
	private static final long LOG_LIMIT = 10L * 1024 * 1024;

	private final String name;

	private final Process process;

	private final Lifeline lifeline;

	private final Path log;

	private ChildProcess(String name, Process process, Path log) {
		this.name = name;
		this.process = process;
		this.log = log;
		this.lifeline = Lifeline.tie(process.pid(), "TERM");
		process.onExit().thenRun(this.lifeline::close);
	}

	/**
	 * Starts a program.
	 * @param name what to call it in messages
	 * @param command program and arguments
	 * @param environment variables added to those of this JVM
	 * @param log file that its output is appended to
	 * @throws UncheckedIOException if it cannot be started
	 */
	public static ChildProcess start(String name, List<String> command, Map<String, String> environment, Path log) {
		List<String> wrapped = new ArrayList<>(List.of("/bin/sh", "-c", "trap '' INT HUP; exec \"$@\"", name));
		wrapped.addAll(command);
		try {
			Files.createDirectories(log.toAbsolutePath().getParent());
			rotate(log);
			ProcessBuilder builder = new ProcessBuilder(wrapped).redirectErrorStream(true)
				.redirectInput(Redirect.from(Path.of("/dev/null").toFile()))
				.redirectOutput(Redirect.appendTo(log.toFile()));
			builder.environment().putAll(environment);
			return new ChildProcess(name, builder.start(), log);
		}
		catch (IOException ex) {
			throw new UncheckedIOException("Cannot start " + name, ex);
		}
	}

	private static void rotate(Path log) throws IOException {
		if (Files.exists(log) && Files.size(log) > LOG_LIMIT) {
			Files.move(log, log.resolveSibling(log.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING);
		}
	}

	/** Its process id. */
	public long pid() {
		return this.process.pid();
	}

	/** Whether it runs. */
	public boolean isAlive() {
		return this.process.isAlive();
	}

	/** Completes with the exit code when it ends. */
	public CompletableFuture<Integer> onExit() {
		return this.process.onExit().thenApply(Process::exitValue);
	}

	/** Asks it to end and waits; after the grace it is killed. */
	public void stop(Duration grace) {
		Signals.end(this.process.toHandle(), "TERM", grace);
	}

	/** Kills it as a crash would, and waits until it is gone. */
	public void kill() {
		this.process.destroyForcibly().onExit().join();
	}

	/** What to say when it failed: its name and the end of its log. */
	public String lastWords() {
		return this.name + " said last (" + this.log + "):\n" + LogTail.of(this.log, 30);
	}

}
