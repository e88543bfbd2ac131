package org.salon.registration;

import java.io.IOException;
import java.io.InputStream;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The service as it is seen from outside. */
public class Site {

	public static final String PASSWORD = "a-password-for-tests";

	public static final String LINK_KEY = "MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=";

	public static final JsonMapper JSON = JsonMapper.builder().build();

	private static final AtomicInteger NUMBERS = new AtomicInteger(1000);

	/** The same for all, so that writing a salon again never moves it. */
	private static final Instant START = Instant.now().plus(3, ChronoUnit.DAYS).truncatedTo(ChronoUnit.MINUTES);

	private static final AtomicInteger ADDRESSES = new AtomicInteger();

	private static final Pattern CSRF = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

	private final HttpClient client = HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();

	private final int port;

	public Site(int port) {
		this.port = port;
	}

	public static int freshNumber() {
		return NUMBERS.incrementAndGet();
	}

	/**
	 * An address of the network that the tests' proxy stands for, so that limits do not
	 * meet.
	 */
	public static String freshClient() {
		int n = ADDRESSES.incrementAndGet();
		return "203.0." + (n / 250) + "." + (n % 250 + 1);
	}

	public URI uri(String path) {
		return URI.create("http://localhost:" + this.port + path);
	}

	public Answer send(HttpRequest.Builder request) {
		return send(this.client, request);
	}

	private static Answer send(HttpClient client, HttpRequest.Builder request) {
		try {
			HttpResponse<byte[]> response = client.send(request.timeout(Duration.ofSeconds(60)).build(),
					BodyHandlers.ofByteArray());
			return new Answer(response);
		}
		catch (IOException | InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	public HttpRequest.Builder request(String path) {
		return HttpRequest.newBuilder(uri(path)).header("X-Forwarded-For", freshClient());
	}

	public Answer get(String path) {
		return send(request(path).GET());
	}

	public Answer page(String path, String language) {
		return send(request(path).header("Accept", "text/html").header("Accept-Language", language).GET());
	}

	public Answer post(String path, String json) {
		return send(request(path).header("Content-Type", "application/json").POST(BodyPublishers.ofString(json)));
	}

	/** As the operator. */
	public Answer operate(String method, String path, String json, String... headers) {
		BodyPublisher body = (json != null) ? BodyPublishers.ofString(json) : BodyPublishers.noBody();
		HttpRequest.Builder request = request(path).header("Authorization", basic()).method(method, body);
		if (json != null) {
			request.header("Content-Type", "application/json");
		}
		for (int i = 0; i < headers.length; i += 2) {
			request.setHeader(headers[i], headers[i + 1]);
		}
		return send(request);
	}

	public Answer importInvitation(String query, String markdown) {
		return send(request("/api/invitations" + query).header("Authorization", basic())
			.header("Content-Type", "text/markdown; charset=UTF-8")
			.header("Accept-Language", "en")
			.POST(BodyPublishers.ofString(markdown)));
	}

	public static String basic() {
		return basic(PASSWORD);
	}

	public static String basic(String password) {
		return basic("operator", password);
	}

	public static String basic(String user, String password) {
		return "Basic " + Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
	}

	/** A new announced salon, in three days. */
	public int announced(String more) {
		int number = drafted(more);
		operate("POST", "/api/salons/" + number + "/announce", null).expect(200);
		return number;
	}

	public int drafted(String more) {
		int number = freshNumber();
		operate("POST", "/api/salons", salon(number, more)).expect(201);
		return number;
	}

	public static String salon(int number, String more) {
		return """
				{"number": %d, "title": "Non-IID 数据集", "startsAt": "%s", "endsAt": "%s", "zone": "Asia/Shanghai"%s}"""
			.formatted(number, START, START.plus(2, ChronoUnit.HOURS), more.isEmpty() ? "" : ", " + more);
	}

	public Answer signUp(int number, String name, String email, String... headers) {
		HttpRequest.Builder request = request("/api/salons/" + number + "/registrations")
			.header("Content-Type", "application/json")
			.POST(BodyPublishers.ofString(JSON.writeValueAsString(Map.of("name", name, "email", email))));
		for (int i = 0; i < headers.length; i += 2) {
			request.setHeader(headers[i], headers[i + 1]);
		}
		return send(request);
	}

	public JsonNode attendees(int number) {
		return operate("GET", "/api/salons/" + number + "/registrations?size=500", null).expect(200).json();
	}

	public Browser browser() {
		return new Browser();
	}

	/** What came back. */
	public record Answer(HttpResponse<byte[]> response) {

		public int status() {
			return this.response.statusCode();
		}

		public String text() {
			return new String(this.response.body(), StandardCharsets.UTF_8);
		}

		public JsonNode json() {
			return JSON.readTree(this.response.body());
		}

		public String header(String name) {
			return this.response.headers().firstValue(name).orElse("");
		}

		public Answer expect(int status) {
			if (status() != status) {
				throw new AssertionError("expected " + status + ", was " + status() + ": " + text());
			}
			return this;
		}

	}

	/** A browser without JavaScript: keeps cookies, and sends a form's token with it. */
	public final class Browser {

		private final HttpClient client = HttpClient.newBuilder()
			.cookieHandler(new CookieManager())
			.followRedirects(HttpClient.Redirect.NEVER)
			.build();

		private String address = "";

		private String language = "en";

		private String token = "";

		/** Always from that address; else from another each time. */
		public Browser from(String address) {
			this.address = address;
			return this;
		}

		public Browser speaking(String language) {
			this.language = language;
			return this;
		}

		public Answer get(String path) {
			return read(send(this.client, ask(path).GET()));
		}

		/** What comes little by little, to be closed by the caller. */
		public InputStream stream(String path) {
			try {
				HttpRequest request = ask(path).setHeader("Accept", "text/event-stream").GET().build();
				return this.client.send(request, BodyHandlers.ofInputStream()).body();
			}
			catch (IOException | InterruptedException ex) {
				throw new IllegalStateException(ex);
			}
		}

		public Answer submit(String path, Map<String, String> fields) {
			String form = fields.entrySet().stream().map(Browser::pair).collect(Collectors.joining("&"));
			return submitRaw(path, form + "&_csrf=" + this.token);
		}

		public Answer submitRaw(String path, String form) {
			return read(send(this.client, ask(path).header("Content-Type", "application/x-www-form-urlencoded")
				.POST(BodyPublishers.ofString(form))));
		}

		/** As a script sends it while somebody types. */
		public Answer type(String path, Map<String, String> fields) {
			String form = fields.entrySet().stream().map(Browser::pair).collect(Collectors.joining("&"));
			return send(this.client,
					ask(path).header("Content-Type", "application/x-www-form-urlencoded")
						.header("HX-Request", "true")
						.POST(BodyPublishers.ofString(form + "&_csrf=" + this.token)));
		}

		private Answer read(Answer answer) {
			Matcher matcher = CSRF.matcher(answer.text());
			if (matcher.find()) {
				this.token = matcher.group(1);
			}
			return answer;
		}

		private HttpRequest.Builder ask(String path) {
			HttpRequest.Builder request = request(path).header("Accept", "text/html")
				.header("Accept-Language", this.language);
			return this.address.isEmpty() ? request : request.setHeader("X-Forwarded-For", this.address);
		}

		public Answer upload(String path, String field, byte[] file) {
			String boundary = "salon-boundary";
			byte[] head = ("--" + boundary + "\r\nContent-Disposition: form-data; name=\"_csrf\"\r\n\r\n" + this.token
					+ "\r\n--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + field
					+ "\"; filename=\"file\"\r\nContent-Type: application/octet-stream\r\n\r\n")
				.getBytes(StandardCharsets.UTF_8);
			byte[] tail = ("\r\n--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8);
			return send(this.client,
					request(path).header("Accept", "text/html")
						.header("Content-Type", "multipart/form-data; boundary=" + boundary)
						.POST(BodyPublishers.ofByteArrays(List.of(head, file, tail))));
		}

		public Browser login() {
			get("/operator/login");
			login(PASSWORD).expect(302);
			return this;
		}

		/** As somebody who has an account. */
		public Browser login(String user, String password) {
			get("/operator/login");
			submit("/operator/login", Map.of("username", user, "password", password)).expect(302);
			return this;
		}

		/** Sends the login form that was got before. */
		public Answer login(String password) {
			return submit("/operator/login", Map.of("username", "operator", "password", password));
		}

		private static String pair(Map.Entry<String, String> field) {
			return field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8);
		}

	}

}
