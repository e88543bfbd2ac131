package org.salon.localstack.run;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the caller's environment variables ask for. */
final class Settings {

	private final Map<String, String> environment;

	Settings(Map<String, String> environment) {
		this.environment = environment;
	}

	Path dataFolder() {
		return Path.of(text("SALON_DATA_DIR").orElse(".data"));
	}

	int registrationPort() {
		return port("SALON_REGISTRATION_PORT", 8080);
	}

	int notificationPort() {
		return port("SALON_NOTIFICATION_PORT", 8081);
	}

	int archivePort() {
		return port("SALON_ARCHIVE_PORT", 8082);
	}

	int inboxPort() {
		return port("SALON_INBOX_PORT", 8025);
	}

	int kafkaPort() {
		return port("SALON_KAFKA_PORT", 9092);
	}

	int postgresPort() {
		return port("SALON_POSTGRES_PORT", 5433);
	}

	/** Port of the catcher, or of the caller's own mail server. */
	int smtpPort() {
		return port("SALON_SMTP_PORT", externalSmtpHost().isPresent() ? 25 : 1025);
	}

	Optional<String> externalSmtpHost() {
		return text("SALON_SMTP_HOST");
	}

	Optional<String> externalKafka() {
		return text("SALON_KAFKA_BOOTSTRAP_SERVERS");
	}

	/** JDBC address of the caller's own server; {@code jdbc:} may be left out. */
	Optional<String> externalPostgres() {
		return text("SALON_POSTGRES_URL").map((url) -> url.startsWith("jdbc:") ? url : "jdbc:" + url);
	}

	String externalPostgresUser() {
		return text("SALON_POSTGRES_USER").orElse("postgres");
	}

	String externalPostgresPassword() {
		return text("SALON_POSTGRES_PASSWORD").orElse("");
	}

	Optional<String> operatorPassword() {
		return text("SALON_OPERATOR_PASSWORD");
	}

	Optional<String> linkKey() {
		return text("SALON_LINK_KEY");
	}

	String baseUrl() {
		return text("SALON_BASE_URL").orElse("http://localhost:" + registrationPort());
	}

	String archiveBaseUrl() {
		return text("SALON_ARCHIVE_BASE_URL").orElse("http://localhost:" + archivePort());
	}

	String notificationBaseUrl() {
		return text("SALON_NOTIFICATION_BASE_URL").orElse("http://localhost:" + notificationPort());
	}

	/** For the JVMs of the three services, after those that they have anyway. */
	List<String> javaOptions() {
		return text("SALON_JAVA_OPTIONS").map((options) -> List.of(options.split("\\s+"))).orElse(List.of());
	}

	/** Every port that this run will listen on, by the variable that sets it. */
	Map<String, Integer> ports() {
		Map<String, Integer> ports = new LinkedHashMap<>();
		ports.put("SALON_REGISTRATION_PORT", registrationPort());
		ports.put("SALON_NOTIFICATION_PORT", notificationPort());
		ports.put("SALON_ARCHIVE_PORT", archivePort());
		if (externalSmtpHost().isEmpty()) {
			ports.put("SALON_INBOX_PORT", inboxPort());
			ports.put("SALON_SMTP_PORT", smtpPort());
		}
		if (externalKafka().isEmpty()) {
			ports.put("SALON_KAFKA_PORT", kafkaPort());
		}
		if (externalPostgres().isEmpty()) {
			ports.put("SALON_POSTGRES_PORT", postgresPort());
		}
		return ports;
	}

	/** What is wrong with the settings themselves, one line each. */
	List<String> problems() {
		List<String> problems = new ArrayList<>();
		Map<Integer, String> seen = new LinkedHashMap<>();
		ports().forEach((variable, port) -> {
			if (port < 1 || port > 65535) {
				problems.add(variable + "=" + this.environment.get(variable) + " is not a port (1 to 65535)");
			}
			else if (seen.putIfAbsent(port, variable) != null) {
				problems.add(variable + " and " + seen.get(port) + " are both " + port);
			}
		});
		return problems;
	}

	private int port(String variable, int standard) {
		try {
			return text(variable).map(Integer::valueOf).orElse(standard);
		}
		catch (NumberFormatException ex) {
			return -1;
		}
	}

	private Optional<String> text(String variable) {
		return Optional.ofNullable(this.environment.get(variable)).map(String::strip).filter((text) -> !text.isEmpty());
	}

}
