package org.salon.localstack.run;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** The built project: what there is to run. */
record Project(Path root) {

	Path jar(Service service) {
		return this.root.resolve(service.title()).resolve("target").resolve(service.title() + ".jar").toAbsolutePath();
	}

	Path sampleInvitation() {
		return this.root.resolve("registration-service/src/main/resources/invitations/sample.md");
	}

	/** One line for each service that has not been built. */
	List<String> problems() {
		return Arrays.stream(Service.values())
			.filter((service) -> !Files.exists(jar(service)))
			.map((service) -> "Not built: " + jar(service))
			.toList();
	}

}
