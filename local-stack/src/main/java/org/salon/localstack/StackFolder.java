package org.salon.localstack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Folders for stacks of one JVM each, named by its pid. */
final class StackFolder {

	private static final Path PARENT = Path.of("target", "local-stack");

	private StackFolder() {
	}

	/** A new folder; those of JVMs that were killed are removed. */
	static Path create() {
		try {
			Files.createDirectories(PARENT);
			try (Stream<Path> folders = Files.list(PARENT)) {
				folders.filter(StackFolder::isAbandoned).toList().forEach(StackFolder::delete);
			}
			return Files.createTempDirectory(PARENT.toAbsolutePath(), ProcessHandle.current().pid() + "-");
		}
		catch (IOException ex) {
			throw new UncheckedIOException("No folder for the local stack", ex);
		}
	}

	private static boolean isAbandoned(Path folder) {
		String pid = folder.getFileName().toString().replaceAll("-.*", "");
		return pid.chars().allMatch(Character::isDigit) && ProcessHandle.of(Long.parseLong(pid)).isEmpty();
	}

	static void delete(Path folder) {
		try (Stream<Path> files = Files.walk(folder)) {
			List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
			for (Path file : deepestFirst) {
				Files.deleteIfExists(file);
			}
		}
		catch (IOException | UncheckedIOException ex) {
			System.getLogger(StackFolder.class.getName())
				.log(System.Logger.Level.DEBUG, "Some files remain in " + folder, ex);
		}
	}

}
