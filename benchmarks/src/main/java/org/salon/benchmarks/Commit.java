package org.salon.benchmarks;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** Which state of the sources was measured. */
final class Commit {

	private Commit() {
	}

	/**
	 * The commit's short name, marked if files differ from it; {@code unknown} without
	 * git.
	 */
	static String of(Path project) throws InterruptedException {
		try {
			Process git = new ProcessBuilder("git", "describe", "--always", "--dirty", "--abbrev=12")
				.directory(project.toFile())
				.redirectError(ProcessBuilder.Redirect.DISCARD)
				.start();
			String name = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
			return (git.waitFor() == 0 && !name.isEmpty()) ? name : "unknown";
		}
		catch (IOException ex) {
			return "unknown";
		}
	}

}
