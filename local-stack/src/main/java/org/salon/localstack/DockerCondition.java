package org.salon.localstack;

import java.nio.file.Files;
import java.nio.file.Path;

import org.testcontainers.DockerClientFactory;

import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.type.AnnotatedTypeMetadata;

/** Whether a Docker engine answers; asked once per JVM. */
final class DockerCondition {

	private DockerCondition() {
	}

	/** Matches with Docker. */
	static final class Present implements Condition {

		@Override
		public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
			return Engine.ANSWERS;
		}

	}

	/** Matches without Docker. */
	static final class Absent implements Condition {

		@Override
		public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
			return !Engine.ANSWERS;
		}

	}

	private static final class Engine {

		// Testcontainers logs errors when it finds nothing, so it is asked only where
		// there is something to find.
		static final boolean ANSWERS = mayBeThere() && DockerClientFactory.instance().isDockerAvailable();

		private static boolean mayBeThere() {
			return System.getenv("DOCKER_HOST") != null || Files.exists(Path.of("/var/run/docker.sock"))
					|| Files.exists(Path.of(System.getProperty("user.home"), ".docker", "run", "docker.sock"));
		}

	}

}
