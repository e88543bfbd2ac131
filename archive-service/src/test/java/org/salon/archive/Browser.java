package org.salon.archive;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Asks the running service over HTTP. */
public final class Browser {

	public static final String PASSWORD = "operator-of-tests";

	private final HttpClient client = HttpClient.newHttpClient();

	private final String base;

	public Browser(int port) {
		this.base = "http://localhost:" + port;
	}

	public HttpResponse<String> get(String path, String... headers) {
		HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(this.base + path));
		return send((headers.length > 0) ? request.headers(headers) : request);
	}

	public HttpResponse<String> operatorGet(String path) {
		return get(path, "Authorization", basic(PASSWORD));
	}

	public HttpResponse<String> post(String path, String... headers) {
		HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(this.base + path))
			.POST(HttpRequest.BodyPublishers.noBody());
		return send((headers.length > 0) ? request.headers(headers) : request);
	}

	public HttpResponse<String> operatorPost(String path, String... headers) {
		HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(this.base + path))
			.POST(HttpRequest.BodyPublishers.noBody())
			.header("Authorization", basic(PASSWORD));
		return send((headers.length > 0) ? request.headers(headers) : request);
	}

	public JsonNode json(String path) {
		return JsonMapper.shared().readTree(get(path).body());
	}

	public JsonNode operatorJson(String path) {
		return JsonMapper.shared().readTree(operatorGet(path).body());
	}

	public static String basic(String password) {
		String pair = "operator:" + password;
		return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
	}

	private HttpResponse<String> send(HttpRequest.Builder request) {
		try {
			return this.client.send(request.build(), HttpResponse.BodyHandlers.ofString());
		}
		catch (IOException | InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
