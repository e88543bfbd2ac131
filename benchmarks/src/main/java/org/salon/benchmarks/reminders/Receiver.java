package org.salon.benchmarks.reminders;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.salon.benchmarks.system.Ending;

/**
 * Takes all mail on one port of this machine: postfix's smtp-sink, which does nothing but
 * that, or a sink in Java where that is missing.
 */
public final class Receiver implements AutoCloseable {

	private final JavaSink sink = new JavaSink(0);

	private final int port = this.sink.port();

	private @Nullable Process process;

	/** Where it listens, from the first moment to the last. */
	public int port() {
		return this.port;
	}

	/** The mail that came last before the measurement began. */
	Optional<String> sample() {
		return this.sink.last();
	}

	/** From now on nothing is kept. */
	public String begin(Ending ending) throws InterruptedException {
		Optional<Path> program = Programs.find("smtp-sink");
		if (program.isEmpty()) {
			this.sink.forget();
			return "a sink in Java";
		}
		this.sink.close();
		List<String> command = new ArrayList<>(List.of(program.get().toString()));
		if ("root".equals(System.getProperty("user.name"))) {
			// It refuses to work as root.
			command.addAll(List.of("-u", "nobody"));
		}
		command.addAll(List.of("127.0.0.1:" + this.port, "200"));
		try {
			Process started = new ProcessBuilder(command).redirectErrorStream(true)
				.redirectOutput(ProcessBuilder.Redirect.DISCARD)
				.start();
			this.process = started;
			ending.add(started::destroy);
			// One that cannot have its port waits for a second before it ends.
			Thread.sleep(1_500);
			if (!started.isAlive()) {
				throw new IllegalStateException("smtp-sink ended: " + String.join(" ", command));
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return "smtp-sink";
	}

	/** Its process, if it has one of its own. */
	Map<String, ProcessHandle> parts() {
		return (this.process != null) ? Map.of("receiver", this.process.toHandle()) : Map.of();
	}

	@Override
	public void close() {
		this.sink.close();
		if (this.process != null) {
			this.process.destroy();
		}
	}

}
