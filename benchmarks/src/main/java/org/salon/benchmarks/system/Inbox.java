package org.salon.benchmarks.system;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

import tools.jackson.databind.json.JsonMapper;

/** The mails that arrived, by the catcher's own API. */
public final class Inbox {

	private static final Duration LOOK_EVERY = Duration.ofMillis(250);

	private final JsonMapper json = JsonMapper.shared();

	private final HttpClient http = HttpClient.newHttpClient();

	private final URI messages;

	/** Reads the catcher at this address. */
	public Inbox(String url) {
		this.messages = URI.create(url + "/api/messages");
	}

	/** Removes all mails. */
	public void clear() throws InterruptedException {
		send(HttpRequest.newBuilder(this.messages).DELETE());
	}

	/** How many mails there are. */
	public int total() throws InterruptedException {
		return Integer.parseInt(send(HttpRequest.newBuilder(URI.create(this.messages + "?size=1"))).headers()
			.firstValue("X-Total-Count")
			.orElseThrow());
	}

	/** Waits for so many mails; answers how many there were in the end. */
	public int awaitTotal(int expected, Duration atMost) throws InterruptedException {
		long deadline = System.nanoTime() + atMost.toNanos();
		int total = total();
		while (total < expected && System.nanoTime() < deadline) {
			Thread.sleep(LOOK_EVERY);
			total = total();
		}
		return total;
	}

	/** When the first mail to each address was received. */
	public Map<String, Instant> arrivals() throws InterruptedException {
		Map<String, Instant> arrivals = new HashMap<>();
		this.json.readTree(send(HttpRequest.newBuilder(this.messages)).body())
			.forEach((mail) -> arrivals.merge(mail.get("to").asString(),
					Instant.parse(mail.get("receivedAt").asString()),
					(one, other) -> one.isBefore(other) ? one : other));
		return arrivals;
	}

	private HttpResponse<String> send(HttpRequest.Builder request) throws InterruptedException {
		try {
			return this.http.send(request.timeout(Duration.ofSeconds(30)).build(),
					HttpResponse.BodyHandlers.ofString());
		}
		catch (IOException ex) {
			throw new IllegalStateException("The inbox does not answer", ex);
		}
	}

}
