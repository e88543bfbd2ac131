package org.salon.localstack.mail;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Executors;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import jakarta.mail.MessagingException;

/** The web page and JSON API of the catcher. */
final class InboxServer {

	private final HttpServer server;

	private final InboxApi api;

	private final InboxPages pages;

	InboxServer(int port, MailStore store) {
		try {
			this.server = HttpServer.create();
			this.server.bind(new InetSocketAddress("127.0.0.1", port), 100);
		}
		catch (IOException ex) {
			throw new UncheckedIOException("The inbox cannot listen on port " + port, ex);
		}
		this.api = new InboxApi(store);
		this.pages = new InboxPages(store);
		this.server
			.setExecutor(Executors.newCachedThreadPool(Thread.ofPlatform().daemon().name("inbox-", 0).factory()));
		this.server.createContext("/", this::handle);
	}

	void start() {
		this.server.start();
	}

	void stop() {
		this.server.stop(0);
	}

	private void handle(HttpExchange exchange) throws IOException {
		try (exchange; InputStream body = exchange.getRequestBody()) {
			body.skip(Long.MAX_VALUE);
			Reply reply = answer(exchange);
			reply.headers().forEach(exchange.getResponseHeaders()::set);
			exchange.getResponseHeaders().set("X-Content-Type-Options", "nosniff");
			exchange.getResponseHeaders().set("Referrer-Policy", "no-referrer");
			exchange.getResponseHeaders().set("Cache-Control", "no-store");
			boolean withBody = !exchange.getRequestMethod().equals("HEAD") && reply.body().length > 0;
			exchange.sendResponseHeaders(reply.status(), withBody ? reply.body().length : -1);
			if (withBody) {
				exchange.getResponseBody().write(reply.body());
			}
		}
	}

	private Reply answer(HttpExchange exchange) {
		String method = exchange.getRequestMethod();
		Query query = Query.of(exchange.getRequestURI().getRawQuery());
		String[] path = exchange.getRequestURI().getPath().substring(1).split("/");
		try {
			if (method.equals("DELETE") && String.join("/", path).equals("api/messages")) {
				return this.api.clear();
			}
			if (!method.equals("GET") && !method.equals("HEAD")) {
				return Reply.text(405, "Only GET here");
			}
			Optional<Reply> found = switch (path[0]) {
				case "" -> Optional.of(this.pages.list(query));
				case "messages" -> this.pages.mail(path, query);
				case "api" -> this.api.get(path, query);
				case "inbox.css" -> Optional.of(resource("inbox.css", "text/css"));
				case "inbox.js" -> Optional.of(resource("inbox.js", "text/javascript"));
				default -> Optional.empty();
			};
			return found.orElseGet(() -> Reply.text(404, "No such page or mail"));
		}
		catch (IOException | MessagingException | RuntimeException ex) {
			System.getLogger(InboxServer.class.getName())
				.log(System.Logger.Level.ERROR, "Cannot show " + exchange.getRequestURI(), ex);
			return Reply.text(500, "This mail cannot be shown. Its source can be: /api/messages/<id>/source");
		}
	}

	private static Reply resource(String name, String type) throws IOException {
		try (InputStream in = Objects.requireNonNull(InboxServer.class.getResourceAsStream(name), name)) {
			return Reply.of(type, new String(in.readAllBytes(), StandardCharsets.UTF_8));
		}
	}

}
