package org.salon.benchmarks.search;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.salon.benchmarks.report.Distribution;
import org.salon.benchmarks.system.RunningSystem;

/** One who asks the archive, one call after another. */
final class Reader implements AutoCloseable {

	private static final Pattern TOTAL = Pattern.compile("\"total\":(\\d+)");

	private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

	private final String url;

	Reader(String url) {
		this.url = url;
	}

	/** Milliseconds until each answer was read whole. */
	Distribution ask(List<String> paths, int times) throws InterruptedException {
		List<Double> millis = new ArrayList<>();
		for (int i = 0; i < times; i++) {
			String path = paths.get(i % paths.size());
			long start = System.nanoTime();
			get(path);
			millis.add((System.nanoTime() - start) / 1e6);
		}
		return Distribution.of(millis);
	}

	/** How many salons that finds. */
	int total(String path) throws InterruptedException {
		Matcher total = TOTAL.matcher(get(path));
		return total.find() ? Integer.parseInt(total.group(1)) : 0;
	}

	/** What the service itself measured lately, in milliseconds. */
	double insideTheService(String quantile) throws InterruptedException {
		Matcher value = Pattern
			.compile("salon_archive_search_time_seconds\\{[^}]*quantile=\"" + quantile + "\"[^}]*} (\\S+)")
			.matcher(get("/actuator/prometheus"));
		return value.find() ? Double.parseDouble(value.group(1)) * 1_000 : Double.NaN;
	}

	private String get(String path) throws InterruptedException {
		String operator = Base64.getEncoder()
			.encodeToString(("operator:" + RunningSystem.PASSWORD).getBytes(StandardCharsets.UTF_8));
		HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(this.url + path))
			.timeout(Duration.ofSeconds(30));
		if (path.equals("/actuator/prometheus")) {
			request.header("Authorization", "Basic " + operator);
		}
		try {
			HttpResponse<String> answer = this.http.send(request.build(), HttpResponse.BodyHandlers.ofString());
			if (answer.statusCode() != 200) {
				throw new IllegalStateException("GET " + path + " answered " + answer.statusCode());
			}
			return answer.body();
		}
		catch (IOException ex) {
			throw new IllegalStateException("GET " + path + " failed", ex);
		}
	}

	@Override
	public void close() {
		this.http.shutdownNow();
	}

}
