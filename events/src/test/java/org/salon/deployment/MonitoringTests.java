package org.salon.deployment;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/** Alerts, dashboards and docs/operations.md speak of the same things. */
class MonitoringTests {

	private static final Pattern METER = Pattern
		.compile("\\b(?:salon|http_server|jvm|hikaricp|disk|process)_[a-z_]+\\b|\\bup\\b");

	private static final Pattern LINK = Pattern.compile("\\]\\(#([^)]+)\\)");

	private static final Pattern HEADING = Pattern.compile("(?m)^#+ (.+)$");

	private static final String OPERATIONS = DeploymentFiles.text("docs/operations.md");

	private static final List<JsonNode> RULES = DeploymentFiles.yaml("monitoring/alerts.yml")
		.get("groups")
		.valueStream()
		.flatMap((group) -> group.get("rules").valueStream())
		.toList();

	private static final List<JsonNode> ALERTS = RULES.stream().filter((rule) -> rule.has("alert")).toList();

	private static final List<JsonNode> DASHBOARDS = files("monitoring/grafana/dashboards", ".json").stream()
		.map(DeploymentFiles::json)
		.toList();

	@Test
	void everyMeterThatIsReadIsExplained() {
		Set<String> meters = new TreeSet<>();
		Stream.concat(RULES.stream(), panels().flatMap((panel) -> panel.path("targets").valueStream()))
			.map((read) -> read.get("expr").asString())
			.forEach((expression) -> METER.matcher(expression).results().forEach((found) -> meters.add(found.group())));
		assertThat(meters).hasSizeGreaterThan(15)
			.allSatisfy((meter) -> assertThat(OPERATIONS)
				.contains("`" + meter.replaceFirst("_(bucket|count|sum)$", "") + "`"));
	}

	@Test
	void everyAlertLinksToItsEntryAndIsTested() {
		String tests = files("monitoring", ".test.yml").stream()
			.flatMap((file) -> DeploymentFiles.yaml(file).get("tests").valueStream())
			.flatMap((test) -> test.path("alert_rule_test").valueStream())
			.filter((test) -> test.has("exp_alerts"))
			.map((test) -> test.get("alertname").asString())
			.collect(Collectors.joining("\n", "", "\n"));
		assertThat(ALERTS).isNotEmpty().allSatisfy((alert) -> {
			String name = alert.get("alert").asString();
			String anchor = name.toLowerCase(Locale.ROOT);
			assertThat(alert.at("/annotations/runbook_url").asString()).isEqualTo("docs/operations.md#" + anchor);
			assertThat(anchors()).contains(anchor);
			assertThat(tests).contains(name + "\n");
			assertThat(alert.at("/labels/severity").asString()).isIn("critical", "warning", "info");
			assertThat(OPERATIONS).contains("### " + name + "\n\n*" + alert.at("/labels/severity").asString() + ".* ");
			assertThat(alert.at("/annotations/summary").asString()).isNotBlank();
		});
	}

	@Test
	void everyLinkWithinTheOperationsLeadsSomewhere() {
		assertThat(LINK.matcher(OPERATIONS).results().map((link) -> link.group(1))).isNotEmpty()
			.allSatisfy((anchor) -> assertThat(anchors()).contains(anchor));
	}

	@Test
	void everyPanelSaysWhatItShows() {
		assertThat(DASHBOARDS).isNotEmpty();
		assertThat(DASHBOARDS.stream().map((dashboard) -> dashboard.get("uid").asString())).doesNotHaveDuplicates();
		assertThat(panels().filter((panel) -> !panel.get("type").asString().equals("row"))).allSatisfy((panel) -> {
			assertThat(panel.get("title").asString()).isNotBlank();
			assertThat(panel.at("/fieldConfig/defaults/unit").asString()).isNotBlank();
			assertThat(panel.get("targets")).isNotEmpty();
		});
	}

	@Test
	void scrapesEveryServiceWithTheOperatorsPassword() {
		JsonNode jobs = DeploymentFiles.yaml("monitoring/prometheus.yml").get("scrape_configs");
		assertThat(jobs.valueStream().map((job) -> job.at("/static_configs/0/targets/0").asString()))
			.containsExactly("registration-service:8080", "notification-service:8081", "archive-service:8082");
		assertThat(jobs).allSatisfy((job) -> {
			assertThat(job.at("/static_configs/0/targets/0").asString()).startsWith(job.get("job_name").asString());
			assertThat(job.get("metrics_path").asString()).isEqualTo("/actuator/prometheus");
			assertThat(job.at("/basic_auth/password_file").asString()).isEqualTo("/run/secrets/operator-password");
		});
	}

	@Test
	void dashboardsReadTheSourceThatIsProvisioned() {
		String uid = DeploymentFiles.yaml("monitoring/grafana/provisioning/datasources/prometheus.yml")
			.at("/datasources/0/uid")
			.asString();
		assertThat(DASHBOARDS).allSatisfy((dashboard) -> assertThat(
				dashboard.findValues("datasource").stream().map((source) -> source.get("uid").asString()))
			.isNotEmpty()
			.containsOnly(uid));
	}

	@Test
	void theFirstPageOfGrafanaIsThere() {
		String home = DeploymentFiles.yaml("docker-compose.yml")
			.at("/services/grafana/environment/GF_DASHBOARDS_DEFAULT_HOME_DASHBOARD_PATH")
			.asString();
		assertThat(DeploymentFiles.path(home.replace("/var/lib/grafana/dashboards", "monitoring/grafana/dashboards")))
			.exists();
	}

	private static Stream<JsonNode> panels() {
		return DASHBOARDS.stream().flatMap((dashboard) -> dashboard.get("panels").valueStream());
	}

	/** By the rule of those who show the file as a page. */
	private static Set<String> anchors() {
		return HEADING.matcher(OPERATIONS)
			.results()
			.map((heading) -> heading.group(1)
				.toLowerCase(Locale.ROOT)
				.replaceAll("[^\\p{L}\\p{N} _-]", "")
				.replace(' ', '-'))
			.collect(Collectors.toSet());
	}

	private static List<String> files(String folder, String ending) {
		try (Stream<Path> files = Files.list(DeploymentFiles.path(folder))) {
			return files.map((file) -> folder + "/" + file.getFileName())
				.filter((file) -> file.endsWith(ending))
				.sorted()
				.toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
