package org.salon.localstack.run;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/**
 * Answers as healthy, tells its environment, and takes invitations, as a service would.
 */
public final class StandInService {

	private StandInService() {
	}

	public static void main(String[] arguments) throws IOException {
		int port = Integer.parseInt(System.getenv("SERVER_PORT"));
		HttpServer server = HttpServer.create(new InetSocketAddress(port), 10);
		StringBuilder invitations = new StringBuilder();
		server.createContext("/actuator/health/readiness", (exchange) -> answer(exchange, "UP"));
		server.createContext("/environment", (exchange) -> answer(exchange, environment()));
		server.createContext("/api/invitations", (exchange) -> {
			if (exchange.getRequestMethod().equals("POST")) {
				invitations.append(exchange.getRequestURI().getQuery()).append('\n');
			}
			answer(exchange, invitations.toString());
		});
		server.start();
		System.out.println("listening on " + port);
	}

	private static String environment() {
		StringBuilder lines = new StringBuilder();
		Map<String, String> sorted = new TreeMap<>(System.getenv());
		sorted.forEach((name, value) -> {
			if (name.startsWith("SALON_") || name.startsWith("SPRING_")) {
				lines.append(name).append('=').append(value).append('\n');
			}
		});
		return lines.toString();
	}

	private static void answer(HttpExchange exchange, String text) throws IOException {
		try (exchange) {
			byte[] body = text.getBytes(StandardCharsets.UTF_8);
			exchange.getRequestBody().readAllBytes();
			exchange.sendResponseHeaders(200, (body.length > 0) ? body.length : -1);
			exchange.getResponseBody().write(body);
		}
	}

}
