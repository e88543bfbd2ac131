package org.salon.benchmarks.system;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Folders with the data of one run. */
public final class Folders {

	private Folders() {
	}

	/** Removes a folder with all that is in it, if it is there. */
	public static void delete(Path folder) {
		if (!Files.exists(folder)) {
			return;
		}
		try (Stream<Path> paths = Files.walk(folder)) {
			List<Path> deepestFirst = paths.sorted(Comparator.reverseOrder()).toList();
			for (Path path : deepestFirst) {
				Files.deleteIfExists(path);
			}
		}
		catch (IOException ex) {
			// It lies under target, so the next clean build removes it.
			System.err.println("Cannot remove " + folder + ": " + ex);
		}
	}

}
