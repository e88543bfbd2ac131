package org.salon.localstack.run;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SettingsTests {

	@Test
	void hasStandardPortForEveryPart() {
		assertThat(new Settings(Map.of()).ports()).containsExactly(Map.entry("SALON_REGISTRATION_PORT", 8080),
				Map.entry("SALON_NOTIFICATION_PORT", 8081), Map.entry("SALON_ARCHIVE_PORT", 8082),
				Map.entry("SALON_INBOX_PORT", 8025), Map.entry("SALON_SMTP_PORT", 1025),
				Map.entry("SALON_KAFKA_PORT", 9092), Map.entry("SALON_POSTGRES_PORT", 5433));
	}

	@Test
	void needsNoPortsForServersOfTheCaller() {
		Settings settings = new Settings(Map.of("SALON_SMTP_HOST", "mail.example.org", "SALON_KAFKA_BOOTSTRAP_SERVERS",
				"kafka:9092", "SALON_POSTGRES_URL", "postgresql://db:5432"));
		assertThat(settings.ports()).containsOnlyKeys("SALON_REGISTRATION_PORT", "SALON_NOTIFICATION_PORT",
				"SALON_ARCHIVE_PORT");
		assertThat(settings.externalPostgres()).contains("jdbc:postgresql://db:5432");
		assertThat(settings.smtpPort()).isEqualTo(25);
	}

	@Test
	void handsOptionsToTheServicesOneByOne() {
		assertThat(new Settings(Map.of("SALON_JAVA_OPTIONS", " -Xmx1g  -Dx=y ")).javaOptions())
			.containsExactly("-Xmx1g", "-Dx=y");
		assertThat(new Settings(Map.of("SALON_JAVA_OPTIONS", " ")).javaOptions()).isEmpty();
	}

	@Test
	void namesVariableWithUnusablePort() {
		assertThat(new Settings(Map.of("SALON_KAFKA_PORT", "many")).problems())
			.containsExactly("SALON_KAFKA_PORT=many is not a port (1 to 65535)");
		assertThat(new Settings(Map.of("SALON_KAFKA_PORT", "70000")).problems()).hasSize(1);
	}

	@Test
	void namesBothVariablesWithTheSamePort() {
		assertThat(new Settings(Map.of("SALON_KAFKA_PORT", "8080")).problems())
			.containsExactly("SALON_KAFKA_PORT and SALON_REGISTRATION_PORT are both 8080");
	}

	@Test
	void namesVariableOfTakenPort() {
		List<String> taken = PortCheck.taken(new Settings(Map.of()).ports(), (port) -> port != 9092);
		assertThat(taken).singleElement().asString().contains("9092").contains("SALON_KAFKA_PORT");
	}

}
