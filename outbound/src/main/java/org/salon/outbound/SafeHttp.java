package org.salon.outbound;

import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;

import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;

import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.classic.methods.HttpHead;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.routing.DefaultRoutePlanner;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.io.entity.StringEntity;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Talks to public addresses only, and to the hosts that the operator names. It follows no
 * redirect, keeps no cookie, repeats nothing by itself, reads little of an answer, and
 * whatever the server does is over in time. Each call has a connection of its own: one
 * that the server had closed meanwhile would leave it unknown whether the call arrived.
 */
public final class SafeHttp implements AutoCloseable {

	private static final Logger log = LoggerFactory.getLogger(SafeHttp.class);

	private static final int LONGEST_ANSWER = 64 * 1024;

	private static final int CONNECTIONS = 20;

	private static final Duration LONGEST_WAIT = Duration.ofHours(1);

	private final CloseableHttpClient client;

	private final ScheduledThreadPoolExecutor watch;

	private final Duration atMost;

	/**
	 * A client with these limits.
	 * @param agent who says to be asking
	 * @param allowedHosts that need not be public
	 * @param connect for each address of a host
	 * @param atMost for the whole of a call
	 */
	public SafeHttp(String agent, Set<String> allowedHosts, Duration connect, Duration atMost) {
		this.atMost = atMost;
		this.watch = new ScheduledThreadPoolExecutor(1,
				(work) -> Thread.ofPlatform().daemon().name("outbound-watch").unstarted(work));
		this.watch.setRemoveOnCancelPolicy(true);
		this.client = HttpClients.custom()
			.setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
				.setDnsResolver(new CheckedResolver(allowedHosts))
				.setMaxConnTotal(CONNECTIONS)
				.setMaxConnPerRoute(CONNECTIONS)
				.setDefaultConnectionConfig(ConnectionConfig.custom()
					.setConnectTimeout(Timeout.of(connect))
					.setSocketTimeout(Timeout.of(atMost))
					.build())
				.build())
			.setDefaultRequestConfig(RequestConfig.custom()
				.setConnectionRequestTimeout(Timeout.of(connect))
				.setResponseTimeout(Timeout.of(atMost))
				.build())
			// No proxy of the environment: it would resolve the name once more,
			// unchecked.
			.setRoutePlanner(new DefaultRoutePlanner(null))
			.setConnectionReuseStrategy((request, response, context) -> false)
			.setUserAgent(agent)
			.disableRedirectHandling()
			.disableAutomaticRetries()
			.disableCookieManagement()
			.disableContentCompression()
			.disableAuthCaching()
			.build();
	}

	/** Posts, and waits for the answer. */
	public HttpReply post(HttpCall call) throws CallFailed {
		HttpPost request = new HttpPost(call.uri());
		call.headers().forEach(request::setHeader);
		request.setEntity(new StringEntity(call.body(), ContentType.APPLICATION_JSON));
		return exchange(request, (response) -> new HttpReply(response.getCode(), body(response.getEntity()),
				retryAfter(header(response, "Retry-After"))));
	}

	/** Asks for the headers alone. */
	public HttpHeadline head(URI uri) throws CallFailed {
		return exchange(new HttpHead(uri), SafeHttp::headline);
	}

	/** Asks for the whole, and hangs up when the headers are there. */
	public HttpHeadline get(URI uri) throws CallFailed {
		return exchange(new HttpGet(uri), SafeHttp::headline);
	}

	private <T> T exchange(HttpUriRequestBase request, Function<ClassicHttpResponse, T> reader) throws CallFailed {
		AtomicBoolean late = new AtomicBoolean();
		ScheduledFuture<?> deadline = this.watch.schedule(() -> {
			// Before the call can fail of it: whoever asks why then must see it.
			late.set(true);
			request.abort();
		}, this.atMost.toMillis(), TimeUnit.MILLISECONDS);
		try {
			ClassicHttpResponse response = this.client.executeOpen(null, request, null);
			T read = reader.apply(response);
			close(request, response);
			return read;
		}
		catch (IOException | RuntimeException ex) {
			throw failure(ex, late.get());
		}
		finally {
			deadline.cancel(false);
		}
	}

	/** Without the cause: its message may have the address, and that a secret. */
	private static CallFailed failure(Exception ex, boolean late) {
		return switch (ex) {
			case AddressRefused refused ->
				new CallFailed(CallFailed.Reason.NOT_PUBLIC, String.valueOf(refused.getMessage()));
			case UnknownHostException ignored ->
				new CallFailed(CallFailed.Reason.NO_SUCH_HOST, "the server cannot be reached");
			case ConnectException ignored ->
				new CallFailed(CallFailed.Reason.UNREACHABLE, "the server cannot be reached");
			case ConnectTimeoutException ignored ->
				new CallFailed(CallFailed.Reason.UNREACHABLE, "the server cannot be reached");
			case NoRouteToHostException ignored ->
				new CallFailed(CallFailed.Reason.UNREACHABLE, "the server cannot be reached");
			case SSLHandshakeException ignored ->
				new CallFailed(CallFailed.Reason.TLS, "no trusted TLS connection to the server");
			case SSLPeerUnverifiedException ignored ->
				new CallFailed(CallFailed.Reason.TLS, "no trusted TLS connection to the server");
			default -> new CallFailed((late || ex instanceof SocketTimeoutException) ? CallFailed.Reason.TIMEOUT
					: CallFailed.Reason.BROKEN, "no answer: " + ex.getClass().getSimpleName());
		};
	}

	@Override
	public void close() throws IOException {
		this.watch.shutdownNow();
		this.client.close();
	}

	/** The status is known by then: an answer that breaks off is one nevertheless. */
	private static String body(@Nullable HttpEntity entity) {
		if (entity == null) {
			return "";
		}
		try {
			return new String(entity.getContent().readNBytes(LONGEST_ANSWER), StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			return "";
		}
	}

	/** Without reading what is left: that may be without end. */
	private static void close(HttpUriRequestBase request, ClassicHttpResponse response) {
		request.abort();
		try {
			response.close();
		}
		catch (IOException ex) {
			log.debug("The connection was closed already: {}", ex.getClass().getSimpleName());
		}
	}

	private static HttpHeadline headline(ClassicHttpResponse response) {
		return new HttpHeadline(response.getCode(), header(response, "Location"), header(response, "Retry-After"));
	}

	private static @Nullable String header(ClassicHttpResponse response, String name) {
		Header header = response.getFirstHeader(name);
		return (header != null) ? header.getValue() : null;
	}

	private static @Nullable Duration retryAfter(@Nullable String value) {
		if (value == null || !value.matches("\\d{1,9}")) {
			return null;
		}
		Duration wait = Duration.ofSeconds(Long.parseLong(value));
		return (wait.compareTo(LONGEST_WAIT) < 0) ? wait : LONGEST_WAIT;
	}

}
