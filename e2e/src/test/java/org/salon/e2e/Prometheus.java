package org.salon.e2e;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.awaitility.Awaitility;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Prometheus as {@code docker-compose.yml} starts it, watching a running system, though
 * each second. Where the programs are missing they are taken out of Debian's package,
 * which is not installed: that would start a server of its own.
 */
final class Prometheus implements AutoCloseable {

	/** What has to be there, if none can be had. */
	static final String HOW = "Alerts and dashboards were not tried: prometheus and promtool are not on the PATH, "
			+ "and Debian's package cannot be had by apt-get and dpkg-deb. Install it (apt-get install prometheus).";

	static final Path MONITORING = Path.of("../monitoring").toAbsolutePath().normalize();

	private static final Path UNPACKED = Path.of("target/prometheus").toAbsolutePath();

	private final String url;

	private final Process process;

	Prometheus(Path programs, Path folder, RunningSystem system) throws IOException {
		Path password = Files.writeString(folder.resolve("operator-password"), RunningSystem.PASSWORD);
		String config = Files.readString(MONITORING.resolve("prometheus.yml"))
			.replaceAll("(scrape|evaluation)_interval: \\d+s", "$1_interval: 1s")
			.replace("- alerts.yml", "- " + MONITORING.resolve("alerts.yml"))
			.replace("/run/secrets/operator-password", password.toString())
			.replace("registration-service:8080", address(system.registration()))
			.replace("notification-service:8081", address(system.notification()))
			.replace("archive-service:8082", address(system.archive()));
		String own = "127.0.0.1:" + FreePort.next();
		this.url = "http://" + own;
		this.process = new ProcessBuilder(programs.resolve("prometheus").toString(),
				"--config.file=" + Files.writeString(folder.resolve("prometheus.yml"), config),
				"--storage.tsdb.path=" + folder.resolve("data"), "--web.listen-address=" + own,
				"--enable-feature=exemplar-storage", "--log.level=warn")
			.redirectErrorStream(true)
			.redirectOutput(folder.resolve("prometheus.log").toFile())
			.start();
		Awaitility.await("each service was asked more than once")
			.atMost(Duration.ofSeconds(30))
			.ignoreExceptions()
			.until(() -> values("count(sum_over_time(up[1m]) > 1)").equals(List.of(3.0)));
	}

	/** The folder that both programs are in. */
	static Optional<Path> programs() {
		return installed().or(Prometheus::fetched);
	}

	/** What {@code promtool} says with these arguments, which must be content. */
	static void promtool(Path programs, String... arguments) {
		String[] command = Stream.concat(Stream.of(programs.resolve("promtool").toString()), Arrays.stream(arguments))
			.toArray(String[]::new);
		RunningSystem.Done done = run(MONITORING, command);
		assertThat(done.exitCode()).as(done.output()).isZero();
	}

	/** The values of a query's series, those that are no number left out. */
	List<Double> values(String query) {
		return result("query", query).get("result")
			.valueStream()
			.map((series) -> Double.parseDouble(series.get("value").get(1).asString().replace("Inf", "Infinity")))
			.filter((value) -> !value.isNaN())
			.toList();
	}

	/** The timers' values that name a trace. */
	JsonNode exemplars(String query) {
		return result("query_exemplars", query);
	}

	/** All rules, with their health. */
	List<JsonNode> rules() {
		return Http.json(Http.get(this.url + "/api/v1/rules"))
			.at("/data/groups")
			.valueStream()
			.flatMap((group) -> group.get("rules").valueStream())
			.toList();
	}

	private JsonNode result(String call, String query) {
		JsonNode answer = Http.json(
				Http.get(this.url + "/api/v1/" + call + "?query=" + URLEncoder.encode(query, StandardCharsets.UTF_8)));
		assertThat(answer.get("status").asString()).as(query + ": " + answer).isEqualTo("success");
		return answer.get("data");
	}

	private static String address(String url) {
		return url.substring("http://".length());
	}

	private static Optional<Path> installed() {
		return Stream
			.concat(Arrays.stream(System.getenv("PATH").split(File.pathSeparator)).map(Path::of),
					Stream.of(UNPACKED.resolve("usr/bin")))
			.filter((folder) -> Files.isExecutable(folder.resolve("prometheus"))
					&& Files.isExecutable(folder.resolve("promtool")))
			.findFirst();
	}

	private static Optional<Path> fetched() {
		if (!Files.isExecutable(Path.of("/usr/bin/apt-get")) || !Files.isExecutable(Path.of("/usr/bin/dpkg-deb"))) {
			return Optional.empty();
		}
		try {
			Files.createDirectories(UNPACKED);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		if (run(UNPACKED, "apt-get", "download", "prometheus").exitCode() != 0) {
			// Lists of packages may be missing; only root may fetch them.
			run(UNPACKED, "apt-get", "update", "-q");
			run(UNPACKED, "apt-get", "download", "prometheus");
		}
		run(UNPACKED, "sh", "-c",
				"for file in prometheus_*.deb; do dpkg-deb --extract \"$file\" . && rm \"$file\"; done");
		return installed();
	}

	private static RunningSystem.Done run(Path folder, String... command) {
		try {
			Process process = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start();
			String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
			return new RunningSystem.Done(process.waitFor(), said);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	@Override
	public void close() {
		this.process.destroy();
		try {
			if (!this.process.waitFor(10, TimeUnit.SECONDS)) {
				this.process.destroyForcibly().waitFor();
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

}
