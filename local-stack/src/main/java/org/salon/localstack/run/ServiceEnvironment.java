package org.salon.localstack.run;

import java.util.HashMap;
import java.util.Map;

import org.salon.localstack.process.Secrets;

/**
 * The variables that tell a service where the others are. They are added to the caller's
 * own, so that whatever else the caller sets reaches the services unchanged.
 */
final class ServiceEnvironment {

	private final Settings settings;

	private final Secrets secrets;

	ServiceEnvironment(Settings settings, Secrets secrets) {
		this.settings = settings;
		this.secrets = secrets;
	}

	Map<String, String> of(Service service, String jdbcUrl, String user, String password) {
		Map<String, String> variables = new HashMap<>(shared());
		variables.put("SERVER_PORT", Integer.toString(service.port(this.settings)));
		variables.put("SPRING_DATASOURCE_URL", jdbcUrl);
		variables.put("SPRING_DATASOURCE_USERNAME", user);
		variables.put("SPRING_DATASOURCE_PASSWORD", password);
		return variables;
	}

	private Map<String, String> shared() {
		Map<String, String> variables = new HashMap<>();
		variables.put("SPRING_KAFKA_BOOTSTRAP_SERVERS",
				this.settings.externalKafka().orElse("127.0.0.1:" + this.settings.kafkaPort()));
		variables.put("SPRING_MAIL_HOST", this.settings.externalSmtpHost().orElse("127.0.0.1"));
		variables.put("SPRING_MAIL_PORT", Integer.toString(this.settings.smtpPort()));
		variables.put("SALON_OPERATOR_PASSWORD", operatorPassword());
		variables.put("SALON_LINK_KEY", this.settings.linkKey().orElseGet(() -> this.secrets.key("link.key")));
		variables.put("SALON_BASE_URL", this.settings.baseUrl());
		variables.put("SALON_ARCHIVE_BASE_URL", this.settings.archiveBaseUrl());
		variables.put("SALON_NOTIFICATION_BASE_URL", this.settings.notificationBaseUrl());
		for (Service service : Service.values()) {
			variables.put("SALON_" + service.name() + "_URL", "http://127.0.0.1:" + service.port(this.settings));
		}
		return variables;
	}

	String operatorPassword() {
		return this.settings.operatorPassword().orElseGet(() -> this.secrets.password("operator.password"));
	}

}
