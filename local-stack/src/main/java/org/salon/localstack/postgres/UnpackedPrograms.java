package org.salon.localstack.postgres;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** The program files of PostgreSQL as the library that starts it unpacks them. */
final class UnpackedPrograms {

	/** The library writes it last. */
	private static final String DONE = ".exists";

	private UnpackedPrograms() {
	}

	/**
	 * Removes what was killed while it was being unpacked: the library would trip over
	 * it.
	 */
	static void discardHalfDone(Path programs) throws IOException {
		if (!Files.isDirectory(programs)) {
			return;
		}
		try (DirectoryStream<Path> versions = Files.newDirectoryStream(programs, "PG-*")) {
			for (Path version : versions) {
				if (!Files.exists(version.resolve(DONE))) {
					delete(version);
				}
			}
		}
	}

	private static void delete(Path folder) throws IOException {
		try (Stream<Path> files = Files.walk(folder)) {
			for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
				Files.delete(file);
			}
		}
	}

}
