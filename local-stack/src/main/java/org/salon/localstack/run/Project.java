package org.salon.localstack.run;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** The built project: what there is to run. */
record Project(Path root) {

	/**
	 * The service with its libraries beside it, as {@code ./run} lays it out: from one
	 * jar in another it would start more slowly, and no archive of its classes could be
	 * kept.
	 */
	Path jar(Service service) {
		return folder(service).resolve(service.title() + ".jar");
	}

	/**
	 * Where the JVM keeps the service's classes as it has them in memory, so that the
	 * next start takes half the work. Made when the service stops; ignored when it does
	 * not fit.
	 */
	Path classArchive(Service service) {
		return folder(service).resolve("classes.jsa");
	}

	private Path folder(Service service) {
		return this.root.resolve(service.title()).resolve("target").resolve(service.title()).toAbsolutePath();
	}

	Path sampleInvitation() {
		return this.root.resolve("invitation/src/main/resources/invitations/sample.md");
	}

	/** One line for each service that has not been built. */
	List<String> problems() {
		return Arrays.stream(Service.values())
			.filter((service) -> !Files.exists(jar(service)))
			.map((service) -> "Not built: " + jar(service))
			.toList();
	}

}
