package org.salon.localstack.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Ends another process when this JVM is gone, however it went.
 *
 * <p>
 * A shutdown hook does not run on {@code kill -9}. The lifeline is a shell that waits on
 * a pipe whose other end only this JVM holds: the kernel closes it whatever happens, the
 * read returns, and the shell signals the process. Nothing polls, and no native code is
 * needed.
 */
public final class Lifeline implements AutoCloseable {

	/**
	 * Keeps the pipes open: one that the garbage collector closed would end a process in
	 * use.
	 */
	private static final Set<Process> HELD = ConcurrentHashMap.newKeySet();

	private static final String SCRIPT = """
			trap '' INT HUP TERM
			read -r _
			kill -"$2" "$1" || exit 0
			i=0
			while kill -0 "$1" && [ $i -lt 20 ]; do sleep 1; i=$((i + 1)); done
			kill -KILL "$1"
			""";

	private final Process shell;

	private Lifeline(Process shell) {
		this.shell = shell;
		HELD.add(shell);
	}

	/**
	 * Ties a process to this JVM.
	 * @param pid process to end after this JVM
	 * @param signal name of the signal that asks it to end, such as {@code TERM}; after
	 * 20 seconds it is killed
	 * @throws UncheckedIOException if no shell can be started
	 */
	public static Lifeline tie(long pid, String signal) {
		try {
			return new Lifeline(new ProcessBuilder("/bin/sh", "-c", SCRIPT, "lifeline", Long.toString(pid), signal)
				.redirectOutput(Redirect.DISCARD)
				.redirectError(Redirect.DISCARD)
				.start());
		}
		catch (IOException ex) {
			throw new UncheckedIOException("No lifeline for process " + pid, ex);
		}
	}

	/**
	 * Lets go without a signal. Must be called once the process has ended, since its pid
	 * may be given to another.
	 */
	@Override
	public void close() {
		// Not by closing the pipe: the shell would take that for the end of this JVM.
		this.shell.destroyForcibly();
		this.shell.onExit().join();
		HELD.remove(this.shell);
	}

}
