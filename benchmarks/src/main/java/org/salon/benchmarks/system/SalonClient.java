package org.salon.benchmarks.system;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** What the operator and attendees send to the registration service. */
public final class SalonClient implements AutoCloseable {

	private static final Duration PATIENCE = Duration.ofSeconds(30);

	private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

	private final HttpClient http = HttpClient.newBuilder()
		.version(HttpClient.Version.HTTP_1_1)
		.executor(this.threads)
		.connectTimeout(Duration.ofSeconds(5))
		.build();

	private final String url;

	/** Talks to the service at this address. */
	public SalonClient(String url) {
		this.url = url;
	}

	/** Writes and announces a salon without a limit of seats, ten days from now. */
	public void announce(int number) throws InterruptedException {
		announce(number, "\"host\": null");
	}

	/**
	 * The same, with more said about it.
	 * @param details further fields of its JSON
	 */
	public void announce(int number, String details) throws InterruptedException {
		Instant start = Instant.now().truncatedTo(ChronoUnit.HOURS).plus(10, ChronoUnit.DAYS);
		operator("/api/salons", """
				{"number": %d, "title": "Load", "startsAt": "%s", "endsAt": "%s", "zone": "Asia/Shanghai", %s}"""
			.formatted(number, start, start.plus(2, ChronoUnit.HOURS), details), 201);
		operator("/api/salons/" + number + "/announce", "", 200);
	}

	/** Imports an invitation in Markdown. */
	public void importInvitation(String markdown) throws InterruptedException {
		operator("/api/invitations?dryRun=false", "text/markdown", markdown, 200);
	}

	private void operator(String path, String body, int expected) throws InterruptedException {
		operator(path, "application/json", body, expected);
	}

	private void operator(String path, String type, String body, int expected) throws InterruptedException {
		String credentials = Base64.getEncoder()
			.encodeToString(("operator:" + RunningSystem.PASSWORD).getBytes(StandardCharsets.UTF_8));
		HttpResponse<String> response;
		try {
			response = this.http.send(post(path, body).setHeader("Content-Type", type)
				.header("Authorization", "Basic " + credentials)
				.build(), HttpResponse.BodyHandlers.ofString());
		}
		catch (IOException ex) {
			throw new IllegalStateException("POST " + path + " failed", ex);
		}
		if (response.statusCode() != expected) {
			throw new IllegalStateException(
					"POST " + path + " answered " + response.statusCode() + ": " + response.body());
		}
	}

	/** Signs somebody up; answers the status, or 0 if there was no answer. */
	public int register(int salon, String email) throws InterruptedException {
		String body = "{\"name\": \"Load\", \"email\": \"" + email + "\"}";
		try {
			return this.http
				.send(post("/api/salons/" + salon + "/registrations", body).build(),
						HttpResponse.BodyHandlers.discarding())
				.statusCode();
		}
		catch (IOException ex) {
			return 0;
		}
	}

	private HttpRequest.Builder post(String path, String body) {
		return HttpRequest.newBuilder(URI.create(this.url + path))
			.timeout(PATIENCE)
			.header("Content-Type", "application/json")
			.POST(HttpRequest.BodyPublishers.ofString(body));
	}

	@Override
	public void close() {
		this.http.shutdownNow();
		this.threads.shutdownNow();
	}

}
