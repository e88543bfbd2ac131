package org.salon.deployment;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/** Alerts, dashboard and docs/operations.md speak of the same things. */
class MonitoringTests {

	private static final Pattern METER = Pattern.compile("\\b(?:salon|http_server|jvm)_[a-z_]+\\b|\\bup\\b");

	private static final String OPERATIONS = DeploymentFiles.text("docs/operations.md");

	private static final List<JsonNode> ALERTS = DeploymentFiles.yaml("monitoring/alerts.yml")
		.at("/groups/0/rules")
		.valueStream()
		.toList();

	@Test
	void everyMeterThatIsReadIsExplained() {
		Stream<String> alerts = ALERTS.stream().map((alert) -> alert.get("expr").asString());
		Stream<String> dashboard = DeploymentFiles.json("monitoring/grafana/dashboards/salon.json")
			.get("panels")
			.valueStream()
			.flatMap((panel) -> panel.path("targets").valueStream())
			.map((target) -> target.get("expr").asString());
		Set<String> meters = new TreeSet<>();
		Stream.concat(alerts, dashboard)
			.forEach((expression) -> METER.matcher(expression).results().forEach((found) -> meters.add(found.group())));
		assertThat(meters).hasSizeGreaterThan(15)
			.allSatisfy((meter) -> assertThat(OPERATIONS).contains("`" + meter.replaceFirst("_bucket$", "") + "`"));
	}

	@Test
	void everyAlertIsExplainedAndTested() {
		String tests = DeploymentFiles.yaml("monitoring/alerts.test.yml")
			.get("tests")
			.valueStream()
			.flatMap((test) -> test.get("alert_rule_test").valueStream())
			.filter((test) -> test.has("exp_alerts"))
			.map((test) -> test.get("alertname").asString())
			.reduce("", (all, name) -> all + name + "\n");
		assertThat(ALERTS).isNotEmpty().allSatisfy((alert) -> {
			String name = alert.get("alert").asString();
			assertThat(OPERATIONS).contains("**" + name + "**");
			assertThat(tests).contains(name + "\n");
			assertThat(alert.at("/labels/severity").asString()).isIn("critical", "warning");
			assertThat(alert.at("/annotations/summary").asString()).isNotBlank();
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
	void dashboardReadsTheSourceThatIsProvisioned() {
		String uid = DeploymentFiles.yaml("monitoring/grafana/provisioning/datasources/prometheus.yml")
			.at("/datasources/0/uid")
			.asString();
		assertThat(DeploymentFiles.json("monitoring/grafana/dashboards/salon.json").findValuesAsString("uid"))
			.filteredOn((found) -> !found.equals("salon"))
			.isNotEmpty()
			.containsOnly(uid);
	}

}
