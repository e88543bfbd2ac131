package org.salon.localstack.run;

import java.nio.file.Path;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.salon.localstack.process.Secrets;

import static org.assertj.core.api.Assertions.assertThat;

class ServiceEnvironmentTests {

	@TempDir
	private Path folder;

	private Map<String, String> variables(Map<String, String> callers, Service service) {
		return new ServiceEnvironment(new Settings(callers), new Secrets(this.folder)).of(service,
				"jdbc:postgresql://127.0.0.1:5433/archive", "archive", "secret");
	}

	@Test
	void tellsServiceWhereTheOthersAre() {
		assertThat(variables(Map.of(), Service.ARCHIVE)).containsEntry("SERVER_PORT", "8082")
			.containsEntry("SPRING_DATASOURCE_URL", "jdbc:postgresql://127.0.0.1:5433/archive")
			.containsEntry("SPRING_DATASOURCE_USERNAME", "archive")
			.containsEntry("SPRING_DATASOURCE_PASSWORD", "secret")
			.containsEntry("SPRING_KAFKA_BOOTSTRAP_SERVERS", "127.0.0.1:9092")
			.containsEntry("SPRING_MAIL_HOST", "127.0.0.1")
			.containsEntry("SPRING_MAIL_PORT", "1025")
			.containsEntry("SALON_BASE_URL", "http://localhost:8080")
			.containsEntry("SALON_ARCHIVE_BASE_URL", "http://localhost:8082")
			.containsEntry("SALON_NOTIFICATION_BASE_URL", "http://localhost:8081")
			.containsEntry("SALON_NOTIFICATION_URL", "http://127.0.0.1:8081");
	}

	@Test
	void givesAllServicesTheSameSecrets() {
		Map<String, String> archive = variables(Map.of(), Service.ARCHIVE);
		Map<String, String> registration = variables(Map.of(), Service.REGISTRATION);
		assertThat(archive.get("SALON_LINK_KEY")).isNotBlank().isEqualTo(registration.get("SALON_LINK_KEY"));
		assertThat(archive.get("SALON_OPERATOR_PASSWORD")).isEqualTo(registration.get("SALON_OPERATOR_PASSWORD"));
	}

	@Test
	void prefersWhatTheCallerSets() {
		assertThat(variables(
				Map.of("SALON_OPERATOR_PASSWORD", "mine", "SALON_LINK_KEY", "key", "SALON_SMTP_HOST",
						"mail.example.org", "SALON_SMTP_PORT", "587", "SALON_BASE_URL", "https://salon.example.org"),
				Service.ARCHIVE))
			.containsEntry("SALON_OPERATOR_PASSWORD", "mine")
			.containsEntry("SALON_LINK_KEY", "key")
			.containsEntry("SPRING_MAIL_HOST", "mail.example.org")
			.containsEntry("SPRING_MAIL_PORT", "587")
			.containsEntry("SALON_BASE_URL", "https://salon.example.org");
	}

}
