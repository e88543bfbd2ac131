package org.salon.benchmarks.rebuild;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.salon.benchmarks.system.RunningSystem;

/** What the operator asks of the archive. */
final class ArchiveClient implements AutoCloseable {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private static final Pattern INDEXED = Pattern.compile("salon_archive_index_fill_seconds_count\\S* (\\S+)");

	private static final Duration PATIENCE = Duration.ofMinutes(5);

	private final HttpClient http = HttpClient.newHttpClient();

	private final URI rebuild;

	private final URI meters;

	ArchiveClient(String archive) {
		this.rebuild = URI.create(archive + "/api/archive/rebuild");
		this.meters = URI.create(archive + "/actuator/prometheus");
	}

	/** SHA-256 over all that is served. */
	String fingerprint() throws InterruptedException {
		return send("GET", 200).path("fingerprint").asString();
	}

	/** How often the service has filled its index: once more after each rebuild. */
	int indexed() throws InterruptedException {
		Matcher count = INDEXED.matcher(send(this.meters, "GET", 200));
		if (!count.find()) {
			throw new IllegalStateException("The service does not say how often it filled its index");
		}
		return (int) Double.parseDouble(count.group(1));
	}

	void awaitIndexed(int times) throws InterruptedException {
		long deadline = System.nanoTime() + PATIENCE.toNanos();
		while (indexed() < times) {
			if (System.nanoTime() > deadline) {
				throw new IllegalStateException("The service does not fill its index");
			}
			Thread.sleep(500);
		}
	}

	/** Rebuilds, and returns the seconds that it took by the service's own book. */
	double rebuild() throws InterruptedException {
		long generation = send("POST", 202).path("generation").asLong();
		long deadline = System.nanoTime() + PATIENCE.toNanos();
		while (System.nanoTime() < deadline) {
			// Rarely: to answer, the service works out the fingerprint.
			Thread.sleep(3_000);
			JsonNode latest = send("GET", 200).path("latest");
			String state = latest.path("state").asString("");
			if (latest.path("generation").asLong() == generation && state.equals("DONE")) {
				return Duration
					.between(Instant.parse(latest.path("startedAt").asString()),
							Instant.parse(latest.path("finishedAt").asString()))
					.toNanos() / 1e9;
			}
			if (state.equals("FAILED")) {
				throw new IllegalStateException("The rebuild failed: " + latest);
			}
		}
		throw new IllegalStateException("The rebuild does not end");
	}

	private JsonNode send(String method, int expected) throws InterruptedException {
		return JSON.readTree(send(this.rebuild, method, expected));
	}

	private String send(URI address, String method, int expected) throws InterruptedException {
		String credentials = Base64.getEncoder()
			.encodeToString(("operator:" + RunningSystem.PASSWORD).getBytes(StandardCharsets.UTF_8));
		HttpRequest request = HttpRequest.newBuilder(address)
			.timeout(Duration.ofMinutes(1))
			.header("Authorization", "Basic " + credentials)
			.method(method, HttpRequest.BodyPublishers.noBody())
			.build();
		try {
			var response = this.http.send(request, BodyHandlers.ofString());
			if (response.statusCode() != expected) {
				throw new IllegalStateException(method + " " + address + " answered " + response.statusCode());
			}
			return response.body();
		}
		catch (IOException ex) {
			throw new IllegalStateException(method + " " + address + " failed", ex);
		}
	}

	@Override
	public void close() {
		this.http.shutdownNow();
	}

}
