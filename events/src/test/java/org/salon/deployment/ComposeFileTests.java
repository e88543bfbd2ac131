package org.salon.deployment;

import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/** docker-compose.yml holds together as far as a parser can tell. */
class ComposeFileTests {

	private static final String FILE = "docker-compose.yml";

	private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Z0-9_]+)([^}]*)}");

	/**
	 * Of the login at a mail server, of the mailboxes for bounces, of the channels, and
	 * of the login by a provider: none is there unless it is set up, and the catcher has
	 * no login.
	 */
	private static final Set<String> OPTIONAL_SECRETS = Set.of("SALON_SMTP_PASSWORD", "SALON_BOUNCE_IMAP_PASSWORD",
			"SALON_BOUNCE_POP3_PASSWORD", "SALON_CHANNELS_DINGTALK_SECRET", "SALON_CHANNELS_FEISHU_SECRET",
			"SALON_CHANNELS_WEBHOOK_SECRET", "SALON_OIDC_CLIENT_SECRET");

	private static final JsonNode COMPOSE = DeploymentFiles.yaml(FILE);

	private static final JsonNode SERVICES = COMPOSE.get("services");

	@Test
	void hasAllPartsOfTheSystem() {
		assertThat(SERVICES.propertyNames()).containsExactlyInAnyOrder("registration-service", "notification-service",
				"archive-service", "proxy", "kafka", "postgres", "mail", "prometheus", "grafana");
	}

	@Test
	void requiresEverySecretButThoseOfWhatIsOffWithoutThem() {
		List<MatchResult> secrets = VARIABLE.matcher(DeploymentFiles.text(FILE))
			.results()
			.filter((found) -> isSecret(found.group(1)))
			.toList();
		assertThat(secrets).hasSizeGreaterThanOrEqualTo(9 + OPTIONAL_SECRETS.size()).allSatisfy((secret) -> {
			String name = secret.group(1);
			// Empty is absent to the service: there is no default that somebody could
			// know.
			assertThat(secret.group(2)).as(name)
				.matches(OPTIONAL_SECRETS.contains(name) ? ":-" : ":\\?set SALON_[A-Z_]+.*");
		});
		assertThat(secrets).extracting((secret) -> secret.group(1)).containsAll(OPTIONAL_SECRETS);
		assertThat(COMPOSE.at("/secrets/operator-password/environment").asString())
			.isEqualTo("SALON_OPERATOR_PASSWORD");
	}

	@Test
	void hasNoSecretInItself() {
		assertThat(environments()).allSatisfy((name, value) -> {
			if (isSecret(name)) {
				assertThat(value).startsWith("${");
			}
		});
	}

	@ParameterizedTest
	@CsvSource({ "registration-service, registration, 8080", "notification-service, notification, 8081",
			"archive-service, archive, 8082" })
	void givesEachServiceItsRoleAndItsDatabase(String service, String database, String port) {
		JsonNode definition = SERVICES.get(service);
		JsonNode environment = definition.get("environment");
		assertThat(environment.get("SPRING_DATASOURCE_URL").asString())
			.isEqualTo("jdbc:postgresql://postgres:5432/" + database);
		assertThat(environment.get("SPRING_DATASOURCE_USERNAME").asString()).isEqualTo(database);
		assertThat(environment.get("SPRING_KAFKA_BOOTSTRAP_SERVERS").asString()).isEqualTo("kafka:9092");
		assertThat(environment.has("SALON_OPERATOR_PASSWORD")).isTrue();
		assertThat(environment.has("SALON_LINK_KEY")).isTrue();
		assertThat(definition.at("/build/args/SERVICE").asString()).isEqualTo(service);
		assertThat(definition.at("/build/args/PORT").asString()).isEqualTo(port);
		assertThat(DeploymentFiles.text("docker/postgres/create-databases.sh")).contains("create " + database + " ");
		assertThat(DeploymentFiles.text("docker/service.Dockerfile.dockerignore"))
			.contains("!" + service + "/target/" + service + ".jar");
	}

	@Test
	void knowsWhenEachPartIsHealthy() {
		assertThat(DeploymentFiles.text("docker/service.Dockerfile")).contains("HEALTHCHECK", "USER 10001");
		SERVICES.propertyStream().forEach((service) -> {
			boolean ours = service.getValue().has("build");
			assertThat(ours || service.getValue().has("healthcheck")).as(service.getKey()).isTrue();
			service.getValue().path("depends_on").propertyStream().forEach((dependency) -> {
				assertThat(SERVICES.has(dependency.getKey())).as(dependency.getKey()).isTrue();
				assertThat(dependency.getValue().get("condition").asString()).isEqualTo("service_healthy");
			});
		});
	}

	@Test
	void keepsWhatMustOutliveAContainer() {
		assertThat(mounts("kafka")).contains("kafka-data:/var/lib/kafka/data");
		assertThat(mounts("postgres")).contains("postgres-data:/var/lib/postgresql");
		SERVICES.propertyNames().stream().flatMap((service) -> mounts(service).stream()).forEach((mount) -> {
			String source = mount.substring(0, mount.indexOf(':'));
			boolean there = source.startsWith("./") ? Files.exists(DeploymentFiles.path(source))
					: COMPOSE.get("volumes").has(source);
			assertThat(there).as(mount).isTrue();
		});
	}

	@Test
	void opensOnlyTheProxyToTheWorld() {
		SERVICES.propertyStream().forEach((service) -> {
			for (JsonNode port : service.getValue().path("ports")) {
				assertThat(service.getKey().equals("proxy") || port.asString().startsWith("127.0.0.1:"))
					.as("%s %s", service.getKey(), port)
					.isTrue();
			}
		});
	}

	@Test
	void fixesTheVersionOfEachImage() {
		SERVICES.forEach((service) -> {
			if (!service.has("build")) {
				assertThat(service.get("image").asString()).matches("[a-z/]+:v?\\d[\\d.]*");
			}
		});
	}

	@Test
	void routesOneOriginToBothPublicServices() {
		assertThat(DeploymentFiles.text("docker/caddy/Caddyfile")).contains("/archive", "/feed.atom", "/sitemap.xml",
				"/api/archive", "archive-service:8082", "registration-service:8080", "/actuator");
	}

	private static boolean isSecret(String name) {
		return name.endsWith("PASSWORD") || name.endsWith("KEY") || name.endsWith("SECRET");
	}

	private static List<String> mounts(String service) {
		return SERVICES.get(service).path("volumes").valueStream().map(JsonNode::asString).toList();
	}

	private static Map<String, String> environments() {
		Map<String, String> all = new java.util.TreeMap<>();
		SERVICES.propertyStream()
			.forEach((service) -> service.getValue()
				.path("environment")
				.propertyStream()
				.forEach((variable) -> all.put(service.getKey() + " " + variable.getKey(),
						variable.getValue().asString())));
		return all;
	}

}
