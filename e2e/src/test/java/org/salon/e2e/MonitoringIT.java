package org.salon.e2e;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Alerts and dashboards read what the services tell: on a real Prometheus that watches
 * them while two people sign up, one of them for a salon that starts soon.
 */
@Order(2)
class MonitoringIT {

	private static final int WATCHED = 190;

	private static final int SOON = 191;

	/** While the site has no TLS, and no channel is on. */
	private static final Set<String> MAY_BE_EMPTY = Set.of("Certificate", "Attempts to post", "Time of a post");

	private static final Pattern METER = Pattern
		.compile("\\b(?:salon|http_server|jvm|hikaricp|disk|process)_[a-z0-9_]+");

	private static final Duration PATIENCE = Duration.ofSeconds(40);

	private static RunningSystem system;

	private static Optional<Path> programs;

	private static Prometheus prometheus;

	@BeforeAll
	static void watch(@TempDir Path folder) throws IOException {
		system = SharedSystem.get();
		programs = Prometheus.programs();
		if (programs.isPresent()) {
			prometheus = new Prometheus(programs.get(), folder, system);
		}
		Desk desk = new Desk(system);
		desk.announce(WATCHED, "Watched", ", \"capacity\": 20");
		// Its second reminder is due ten seconds before.
		desk.announce(SOON, "Soon", Instant.now().plusSeconds(20), Duration.ofSeconds(20), "");
		desk.signUp(WATCHED, "Ada", "watched@example.org", "en");
		desk.signUp(SOON, "Lin", "soon@example.org", "zh-CN");
		assertThat(Http.get(system.archive() + "/api/archive?query=data").statusCode()).isEqualTo(200);
	}

	@AfterAll
	static void end() {
		if (prometheus != null) {
			prometheus.close();
		}
	}

	@Test
	void everyMeterThatAnAlertOrADashboardReadsIsThere() {
		Set<String> read = new TreeSet<>();
		Stream.of(text("alerts.yml"), panels().toString())
			.forEach((text) -> METER.matcher(text).results().forEach((meter) -> read.add(meter.group())));
		assertThat(read).hasSizeGreaterThan(20);
		Awaitility.await("the meters of a salon that was just announced")
			.atMost(PATIENCE)
			.untilAsserted(() -> assertThat(scraped()).contains("salon_registration_seats{salon=\"" + WATCHED));
		String scraped = scraped();
		assertThat(read).allSatisfy((meter) -> assertThat(scraped).containsPattern("(?m)^" + meter + "[ {]"));
	}

	@Test
	void alertsFireWhenTheyShouldAndNotOtherwise() {
		Path tools = tools();
		Prometheus.promtool(tools, "check", "rules", "alerts.yml");
		Prometheus.promtool(tools, "test", "rules", "alerts.test.yml", "slow.test.yml");
	}

	@Test
	void everyRuleIsEvaluatedOnARunningSystem() {
		tools();
		Awaitility.await("every rule was evaluated")
			.atMost(PATIENCE)
			.untilAsserted(() -> assertThat(prometheus.rules()).hasSizeGreaterThan(30)
				.allSatisfy((rule) -> assertThat(rule.get("health").asString()).as(rule.toString()).isEqualTo("ok")));
		assertThat(prometheus.values("salon:confirmations_late:increase3d")).hasSize(1);
		assertThat(prometheus.values("salon_notification_reminders_lateness_seconds_bucket{le=\"300.0\"}")).hasSize(1);
	}

	@Test
	void everyPanelHasDataOfARunningSystem() {
		tools();
		Awaitility.await("data for every panel")
			.atMost(PATIENCE)
			.pollInterval(Duration.ofSeconds(2))
			.untilAsserted(() -> assertThat(panelsWithoutData()).isEmpty());
	}

	@Test
	void theTimeOfASignUpLeadsToItsTrace() {
		tools();
		Awaitility.await("an exemplar")
			.atMost(PATIENCE)
			.untilAsserted(() -> assertThat(prometheus.exemplars("salon_registration_signup_time_seconds_bucket")
				.findValuesAsString("trace_id")).isNotEmpty());
	}

	private static Path tools() {
		Assumptions.assumeTrue(programs.isPresent(), Prometheus.HOW);
		return programs.get();
	}

	private static List<String> panelsWithoutData() {
		List<String> without = new ArrayList<>();
		for (JsonNode panel : panels()) {
			String title = panel.get("title").asString();
			for (JsonNode target : panel.path("targets")) {
				String query = target.get("expr")
					.asString()
					.replace("$__rate_interval", "1m")
					.replace("$salon", Integer.toString(WATCHED));
				if (prometheus.values(query).isEmpty() && !MAY_BE_EMPTY.contains(title)) {
					without.add(title + ": " + query);
				}
			}
		}
		return without;
	}

	private static List<JsonNode> panels() {
		try (Stream<Path> files = Files.list(Prometheus.MONITORING.resolve("grafana/dashboards"))) {
			return files.map((file) -> JsonMapper.shared().readTree(file.toFile()))
				.flatMap((dashboard) -> dashboard.get("panels").valueStream())
				.toList();
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static String text(String name) {
		try {
			return Files.readString(Prometheus.MONITORING.resolve(name));
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static String scraped() {
		StringBuilder all = new StringBuilder();
		for (String service : List.of(system.registration(), system.notification(), system.archive())) {
			all.append(Http.operator("GET", service + "/actuator/prometheus", "text/plain", "").body());
		}
		return all.toString();
	}

}
