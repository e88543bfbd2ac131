package org.salon.registration.operator;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import jakarta.servlet.http.Cookie;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.salon.access.OperatorLogin;
import org.salon.access.session.OperatorSessions;
import org.salon.registration.SalonProperties;

/**
 * Asks the services for what the console shows of them. Only the console depends on their
 * answers; the work never does.
 */
@Component
public class Neighbours {

	static final String REGISTRATION = "registration-service";

	private static final Logger logger = LoggerFactory.getLogger(Neighbours.class);

	private static final Duration PATIENCE = Duration.ofSeconds(1);

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private final HttpClient client = HttpClient.newBuilder()
		.connectTimeout(PATIENCE)
		.version(HttpClient.Version.HTTP_1_1)
		.followRedirects(HttpClient.Redirect.NEVER)
		.build();

	private final SalonProperties properties;

	private final Environment environment;

	Neighbours(SalonProperties properties, Environment environment) {
		this.properties = properties;
		this.environment = environment;
	}

	/** The services and where they are asked. */
	Map<String, URI> all() {
		Map<String, URI> services = new LinkedHashMap<>();
		services.put(REGISTRATION,
				URI.create("http://localhost:" + this.environment.getProperty("local.server.port", "8080")));
		services.put("notification-service", this.properties.notificationUrl());
		services.put("archive-service", this.properties.archiveUrl());
		return services;
	}

	/** The answer, or none if the service gave none that can be read. */
	public Optional<JsonNode> get(String service, String path) {
		return get(caller(), service, path);
	}

	/** The same, asked from another thread than that of the request. */
	Optional<JsonNode> get(Caller caller, String service, String path) {
		return call(request(caller, service, path).GET().build()).flatMap(Neighbours::json);
	}

	/** Whether the service did it. */
	boolean post(String service, String path) {
		return call(request(caller(), service, path).POST(HttpRequest.BodyPublishers.noBody()).build()).isPresent();
	}

	/**
	 * Who asks: who is logged in at the console, so that the other service knows their
	 * name and their role, and refuses what they may not do.
	 */
	Caller caller() {
		if (RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes) {
			Cookie[] cookies = attributes.getRequest().getCookies();
			for (Cookie cookie : (cookies != null) ? cookies : new Cookie[0]) {
				if (cookie.getName().equals(OperatorSessions.COOKIE)) {
					return new Caller("Cookie", OperatorSessions.COOKIE + "=" + cookie.getValue());
				}
			}
		}
		String login = OperatorLogin.NAME + ":" + this.properties.operator().password();
		return new Caller("Authorization",
				"Basic " + Base64.getEncoder().encodeToString(login.getBytes(StandardCharsets.UTF_8)));
	}

	private HttpRequest.Builder request(Caller caller, String service, String path) {
		URI base = this.all().get(service);
		if (base == null) {
			throw new IllegalArgumentException("no such service");
		}
		return HttpRequest.newBuilder(base.resolve(path))
			.timeout(PATIENCE)
			.header("Accept", "application/json")
			.header(caller.header(), caller.value());
	}

	private Optional<String> call(HttpRequest request) {
		try {
			HttpResponse<String> response = this.client.send(request,
					HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
			return (response.statusCode() / 100 == 2) ? Optional.of(response.body()) : Optional.empty();
		}
		catch (IOException ex) {
			logger.debug("{} does not answer: {}", request.uri().getAuthority(), ex.getClass().getSimpleName());
			return Optional.empty();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return Optional.empty();
		}
	}

	/** As whom the other services are asked. */
	record Caller(String header, String value) {

		@Override
		public String toString() {
			return "Caller[" + this.header + "]";
		}

	}

	private static Optional<JsonNode> json(String body) {
		try {
			return Optional.ofNullable(JSON.readTree(body));
		}
		catch (JacksonException ex) {
			return Optional.empty();
		}
	}

}
