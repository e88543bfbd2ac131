package org.salon.outbound;

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
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

import javax.net.ssl.SSLContext;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import org.jspecify.annotations.Nullable;

/** A real HTTP server on this machine that answers as a test wants it to. */
public final class Receiver implements AutoCloseable {

	private final List<Request> requests = new CopyOnWriteArrayList<>();

	private final CountDownLatch closed = new CountDownLatch(1);

	private final ExecutorService threads = Executors.newCachedThreadPool();

	private final HttpServer server;

	private final Map<String, Behaviour> pages = new ConcurrentHashMap<>();

	private volatile Runnable watcher = () -> {
	};

	private volatile Behaviour behaviour = (exchange) -> answer(exchange, 200, "{\"errcode\":0,\"code\":0}");

	public Receiver() {
		this(null);
	}

	/** One that speaks TLS, if there is any given. */
	public Receiver(@Nullable SSLContext tls) {
		try {
			this.server = create(tls);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		this.server.setExecutor(this.threads);
		this.server.createContext("/", this::handle);
		this.server.start();
	}

	private static HttpServer create(@Nullable SSLContext tls) throws IOException {
		InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
		if (tls == null) {
			return HttpServer.create(address, 0);
		}
		HttpsServer server = HttpsServer.create(address, 0);
		server.setHttpsConfigurator(new HttpsConfigurator(tls));
		return server;
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

	/** What the page of that path answers: another status to HEAD than to GET. */
	public void page(String path, int head, int get, String... headers) {
		this.pages.put(path, (exchange) -> {
			for (int i = 0; i < headers.length; i += 2) {
				exchange.getResponseHeaders().set(headers[i], headers[i + 1]);
			}
			answer(exchange, exchange.getRequestMethod().equals("HEAD") ? head : get, "{}");
		});
	}

	/** The page of that path leads on to another address. */
	public void redirect(String path, String location) {
		page(path, 302, 302, "Location", location);
	}

	public void hang(String path) {
		this.pages.put(path, (exchange) -> this.closed.await());
	}

	/** Knows no HEAD, and has no end to GET. */
	public void endless(String path) {
		this.pages.put(path, (exchange) -> {
			if (exchange.getRequestMethod().equals("HEAD")) {
				answer(exchange, 405, "");
			}
			else {
				write(exchange, new byte[8192], 0);
			}
		});
	}

	/** Has something done at each request, before it is answered. */
	public void watch(Runnable watcher) {
		this.watcher = watcher;
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
		this.requests.add(new Request(exchange.getRequestMethod(), exchange.getRequestURI(), headers, body));
		this.watcher.run();
		try {
			this.pages.getOrDefault(exchange.getRequestURI().getPath(), this.behaviour).answer(exchange);
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
		if (exchange.getRequestMethod().equals("HEAD")) {
			exchange.sendResponseHeaders(status, -1);
			exchange.close();
			return;
		}
		byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
		exchange.sendResponseHeaders(status, bytes.length);
		try (OutputStream out = exchange.getResponseBody()) {
			out.write(bytes);
		}
	}

	/** What was asked. */
	public record Request(String method, URI uri, Map<String, String> headers, String body) {
	}

	private interface Behaviour {

		void answer(HttpExchange exchange) throws IOException, InterruptedException;

	}

}
