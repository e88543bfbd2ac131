package org.salon.benchmarks.console;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.salon.benchmarks.report.Distribution;
import org.salon.benchmarks.system.RunningSystem;

/** An operator who is logged in, and opens one page after another. */
final class Operator implements AutoCloseable {

	private static final Pattern CSRF = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

	private final HttpClient http = HttpClient.newBuilder()
		.version(HttpClient.Version.HTTP_1_1)
		.cookieHandler(new CookieManager())
		.build();

	/** Logs in at the console. */
	Operator(String registration) throws InterruptedException {
		Matcher token = CSRF.matcher(get(registration + "/operator/login"));
		if (!token.find()) {
			throw new IllegalStateException("the login has no form");
		}
		String form = "username=operator&password=" + RunningSystem.PASSWORD + "&_csrf="
				+ URLEncoder.encode(token.group(1), StandardCharsets.UTF_8);
		int status = send(HttpRequest.newBuilder(URI.create(registration + "/operator/login"))
			.header("Content-Type", "application/x-www-form-urlencoded")
			.POST(BodyPublishers.ofString(form))).statusCode();
		if (status != 302) {
			throw new IllegalStateException("the login answered " + status);
		}
	}

	/** Milliseconds until each page was read whole. */
	Distribution open(List<String> pages, int times) throws InterruptedException {
		List<Double> millis = new ArrayList<>();
		for (int i = 0; i < times; i++) {
			long start = System.nanoTime();
			get(pages.get(i % pages.size()));
			millis.add((System.nanoTime() - start) / 1e6);
		}
		return Distribution.of(millis);
	}

	/** The page itself. */
	String get(String page) throws InterruptedException {
		HttpResponse<String> answer = send(HttpRequest.newBuilder(URI.create(page)).GET());
		if (answer.statusCode() != 200) {
			throw new IllegalStateException("GET " + page + " answered " + answer.statusCode());
		}
		return answer.body();
	}

	private HttpResponse<String> send(HttpRequest.Builder request) throws InterruptedException {
		try {
			return this.http.send(
					request.header("Accept", "text/html, application/json").timeout(Duration.ofSeconds(60)).build(),
					HttpResponse.BodyHandlers.ofString());
		}
		catch (IOException ex) {
			throw new IllegalStateException("no answer", ex);
		}
	}

	@Override
	public void close() {
		this.http.shutdownNow();
	}

}
