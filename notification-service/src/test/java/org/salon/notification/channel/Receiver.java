package org.salon.notification.channel;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/** A real HTTP server on this machine that answers as a test wants it to. */
public final class Receiver implements AutoCloseable {

	private final List<Request> requests = new CopyOnWriteArrayList<>();

	private final CountDownLatch closed = new CountDownLatch(1);

	private final ExecutorService threads = Executors.newCachedThreadPool();

	private final HttpServer server;

	private volatile Behaviour behaviour = (exchange) -> answer(exchange, 200, "{\"errcode\":0,\"code\":0}");

	public Receiver() {
		try {
			this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		this.server.setExecutor(this.threads);
		this.server.createContext("/", this::handle);
		this.server.start();
	}

	public int port() {
		return this.server.getAddress().getPort();
	}

	public String url(String path) {
		return "http://127.0.0.1:" + port() + path;
	}

	public List<Request> requests() {
		return List.copyOf(this.requests);
	}

	public void answer(int status, String body) {
		this.behaviour = (exchange) -> answer(exchange, status, body);
	}

	public void redirect(String location) {
		this.behaviour = (exchange) -> {
			exchange.getResponseHeaders().set("Location", location);
			answer(exchange, 302, "{}");
		};
	}

	public void hang() {
		this.behaviour = (exchange) -> this.closed.await();
	}

	public void endless() {
		this.behaviour = (exchange) -> write(exchange, new byte[8192], 0);
	}

	public void drip() {
		this.behaviour = (exchange) -> write(exchange, new byte[1], 100);
	}

	@Override
	public void close() {
		this.closed.countDown();
		this.server.stop(0);
		this.threads.shutdownNow();
	}

	private void handle(HttpExchange exchange) throws IOException {
		String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
		Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
		exchange.getRequestHeaders().forEach((name, values) -> headers.put(name, values.getFirst()));
		this.requests.add(new Request(exchange.getRequestURI(), headers, body));
		try {
			this.behaviour.answer(exchange);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private void write(HttpExchange exchange, byte[] part, int millisBetween) throws IOException, InterruptedException {
		exchange.sendResponseHeaders(200, 0);
		try (OutputStream body = exchange.getResponseBody()) {
			while (!this.closed.await(millisBetween, TimeUnit.MILLISECONDS)) {
				body.write(part);
				body.flush();
			}
		}
	}

	private static void answer(HttpExchange exchange, int status, String body) throws IOException {
		byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
		exchange.sendResponseHeaders(status, bytes.length);
		try (OutputStream out = exchange.getResponseBody()) {
			out.write(bytes);
		}
	}

	/** What was asked. */
	public record Request(URI uri, Map<String, String> headers, String body) {
	}

	private interface Behaviour {

		void answer(HttpExchange exchange) throws IOException, InterruptedException;

	}

}
