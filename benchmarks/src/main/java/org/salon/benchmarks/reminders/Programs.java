package org.salon.benchmarks.reminders;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Programs of this machine that are measured beside the service. */
final class Programs {

	/** Where servers' programs are, which is not on every path. */
	private static final List<Path> SYSTEM = List.of(Path.of("/usr/sbin"), Path.of("/usr/libexec/postfix"));

	private Programs() {
	}

	static Optional<Path> find(String name) {
		Stream<Path> onPath = Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1))
			.map(Path::of);
		return Stream.concat(onPath, SYSTEM.stream())
			.map((directory) -> directory.resolve(name))
			.filter(Files::isExecutable)
			.findFirst();
	}

	/**
	 * Runs it to its end.
	 * @return what it said
	 * @throws IllegalStateException if it fails or takes longer than that
	 */
	static String run(List<String> command, Path folder, int seconds) throws InterruptedException {
		Path output = folder.resolve("output.log");
		try {
			Process process = new ProcessBuilder(command).directory(folder.toFile())
				.redirectErrorStream(true)
				.redirectOutput(output.toFile())
				.start();
			Thread end = new Thread(process::destroy);
			Runtime.getRuntime().addShutdownHook(end);
			try {
				if (!process.waitFor(seconds, TimeUnit.SECONDS) || process.exitValue() != 0) {
					throw new IllegalStateException(
							command.getFirst() + " failed:\n" + Files.readString(output).strip());
				}
			}
			finally {
				process.destroy();
			}
			Runtime.getRuntime().removeShutdownHook(end);
			return Files.readString(output);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
