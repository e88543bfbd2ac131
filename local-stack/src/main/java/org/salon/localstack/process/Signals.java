package org.salon.localstack.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** Signals to processes, also to those that are not children of this JVM. */
public final class Signals {

	/** How long the kernel may take to end a process that was killed. */
	private static final Duration KILL_GRACE = Duration.ofSeconds(10);

	private static final Duration POLL = Duration.ofMillis(20);

	private Signals() {
	}

	/**
	 * Sends a signal; does nothing if the process is gone.
	 * @param pid process to signal
	 * @param signal name without {@code SIG}, such as {@code INT}
	 */
	public static void send(long pid, String signal) {
		try {
			new ProcessBuilder("kill", "-" + signal, Long.toString(pid)).redirectErrorStream(true)
				.redirectOutput(ProcessBuilder.Redirect.DISCARD)
				.start()
				.waitFor();
		}
		catch (IOException ex) {
			throw new UncheckedIOException("Cannot signal process " + pid, ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	/**
	 * Asks a process to end, waits, and kills it if it has not ended by then.
	 * @return whether it ended by itself
	 */
	public static boolean end(ProcessHandle process, String signal, Duration grace) {
		if (!isRunning(process)) {
			return true;
		}
		send(process.pid(), signal);
		if (awaitExit(process, grace)) {
			return true;
		}
		process.destroyForcibly();
		awaitExit(process, KILL_GRACE);
		return false;
	}

	/** Whether the process ends within the time given. */
	public static boolean awaitExit(ProcessHandle process, Duration patience) {
		long deadline = System.nanoTime() + patience.toNanos();
		while (isRunning(process)) {
			if (System.nanoTime() > deadline || !pause()) {
				return false;
			}
		}
		return true;
	}

	/**
	 * Whether the process still does anything. One that has ended but whose parent has
	 * not asked for its exit code, as some containers' first process is slow to do, does
	 * not.
	 */
	public static boolean isRunning(ProcessHandle process) {
		if (!process.isAlive()) {
			return false;
		}
		try {
			String stat = Files.readString(Path.of("/proc", Long.toString(process.pid()), "stat"));
			return stat.charAt(stat.lastIndexOf(')') + 2) != 'Z';
		}
		catch (IOException ex) {
			return process.isAlive();
		}
	}

	private static boolean pause() {
		try {
			Thread.sleep(POLL);
			return true;
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return false;
		}
	}

}
