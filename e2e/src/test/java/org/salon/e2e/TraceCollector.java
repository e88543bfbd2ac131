package org.salon.e2e;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.GZIPInputStream;

import com.google.protobuf.ByteString;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.trace.v1.ResourceSpans;
import io.opentelemetry.proto.trace.v1.ScopeSpans;

/**
 * Takes the spans that services send, as a collector does (OTLP over HTTP, in protobuf).
 */
final class TraceCollector {

	private final Map<String, Span> spans = new ConcurrentHashMap<>();

	private final HttpServer server;

	TraceCollector() {
		try {
			this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		this.server.createContext("/v1/traces", this::take);
		this.server.start();
	}

	/**
	 * One step.
	 *
	 * @param parent the id of the step that led to it, empty if none did
	 */
	record Span(String trace, String id, String parent, String service, String name, Map<String, String> attributes) {

		@Override
		public String toString() {
			return this.service + ": " + this.name;
		}

	}

	String address() {
		return "http://127.0.0.1:" + this.server.getAddress().getPort() + "/v1/traces";
	}

	/** The first step with that attribute, if it has come. */
	Optional<Span> with(String attribute, String value) {
		return this.spans.values()
			.stream()
			.filter((span) -> value.equals(span.attributes().get(attribute)))
			.findFirst();
	}

	/** What led to it, itself first, as far as it has come. */
	List<Span> wayTo(Span last) {
		List<Span> way = new ArrayList<>();
		for (Span span = last; span != null; span = this.spans.get(span.parent())) {
			way.add(span);
		}
		return way;
	}

	/** All steps of that trace that have come. */
	List<Span> of(String trace) {
		return this.spans.values().stream().filter((span) -> span.trace().equals(trace)).toList();
	}

	private void take(HttpExchange exchange) throws IOException {
		try (exchange; InputStream body = exchange.getRequestBody()) {
			boolean zipped = "gzip".equals(exchange.getRequestHeaders().getFirst("Content-Encoding"));
			ExportTraceServiceRequest.parseFrom(zipped ? new GZIPInputStream(body) : body)
				.getResourceSpansList()
				.forEach(this::keep);
			exchange.getResponseHeaders().set("Content-Type", "application/x-protobuf");
			exchange.sendResponseHeaders(200, -1);
		}
	}

	private void keep(ResourceSpans sent) {
		String service = attributes(sent.getResource().getAttributesList()).get("service.name");
		for (ScopeSpans scope : sent.getScopeSpansList()) {
			scope.getSpansList()
				.forEach((span) -> this.spans.put(hex(span.getSpanId()),
						new Span(hex(span.getTraceId()), hex(span.getSpanId()), hex(span.getParentSpanId()), service,
								span.getName(), attributes(span.getAttributesList()))));
		}
	}

	private static Map<String, String> attributes(List<KeyValue> all) {
		Map<String, String> attributes = new ConcurrentHashMap<>();
		all.forEach((one) -> attributes.put(one.getKey(), one.getValue().getStringValue()));
		return attributes;
	}

	private static String hex(ByteString bytes) {
		return HexFormat.of().formatHex(bytes.toByteArray());
	}

}
