package org.salon.cli;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Speaks to the services as the operator. */
final class Client {

	static final JsonMapper JSON = JsonMapper.builder().build();

	/** An import of thousands of rows takes its time. */
	private static final Duration PATIENCE = Duration.ofMinutes(2);

	private final HttpClient http = HttpClient.newBuilder()
		.connectTimeout(Duration.ofSeconds(5))
		.followRedirects(HttpClient.Redirect.NEVER)
		.build();

	private final Settings settings;

	Client(Settings settings) {
		this.settings = settings;
	}

	/**
	 * What stands at that path.
	 * @throws Failed if it cannot be had
	 */
	JsonNode get(Service service, String path) {
		return json(bytes(service, path));
	}

	/**
	 * The same as it is.
	 * @throws Failed if it cannot be had
	 */
	byte[] bytes(Service service, String path) {
		return send(service, request(service, path).GET());
	}

	/**
	 * The answer to a call without a body.
	 * @throws Failed if it was not done
	 */
	JsonNode post(Service service, String path) {
		return json(send(service, request(service, path).POST(BodyPublishers.noBody())));
	}

	/**
	 * The answer to a call with one.
	 * @throws Failed if it was not done
	 */
	JsonNode post(Service service, String path, String type, byte[] body) {
		BodyPublisher content = BodyPublishers.ofByteArray(body);
		return json(send(service, request(service, path).header("Content-Type", type).POST(content)));
	}

	private HttpRequest.Builder request(Service service, String path) {
		String login = "operator:" + this.settings.password();
		return HttpRequest.newBuilder(this.settings.address(service).resolve(path))
			.timeout(PATIENCE)
			.header("Accept", "application/json, application/problem+json, */*;q=0.5")
			.header("Accept-Language", "en")
			.header("Authorization",
					"Basic " + Base64.getEncoder().encodeToString(login.getBytes(StandardCharsets.UTF_8)));
	}

	private byte[] send(Service service, HttpRequest.Builder request) {
		try {
			HttpResponse<byte[]> response = this.http.send(request.build(), BodyHandlers.ofByteArray());
			if (response.statusCode() / 100 != 2) {
				throw refused(service, response);
			}
			return response.body();
		}
		catch (IOException ex) {
			throw new Failed(ExitCode.UNAVAILABLE, "%s-service does not answer at %s. Is Salon running?"
				.formatted(service.text(), this.settings.address(service)));
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new Failed(ExitCode.UNAVAILABLE, "Stopped while waiting for an answer.");
		}
	}

	private static Failed refused(Service service, HttpResponse<byte[]> response) {
		int status = response.statusCode();
		if (status == 401 || status == 403) {
			return new Failed(ExitCode.FORBIDDEN,
					"%s-service does not take the operator's password.".formatted(service.text()));
		}
		String said = Problem.text(response.body());
		return new Failed((status >= 500 || status == 429) ? ExitCode.UNAVAILABLE : ExitCode.REFUSED,
				said.isEmpty() ? "%s-service answers %d.".formatted(service.text(), status) : said);
	}

	private static JsonNode json(byte[] body) {
		if (body.length == 0) {
			return JSON.createObjectNode();
		}
		try {
			return JSON.readTree(body);
		}
		catch (JacksonException ex) {
			throw new Failed(ExitCode.UNAVAILABLE, "The answer is not JSON. Is it Salon that answers there?");
		}
	}

}
