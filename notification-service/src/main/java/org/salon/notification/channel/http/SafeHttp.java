package org.salon.notification.channel.http;

import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;

import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.client5.http.classic.methods.HttpPost;
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
 * Posts to public addresses only, and to the hosts that the operator names. It follows no
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
	 * @param connect for each address of a host
	 * @param atMost for the whole of a call
	 */
	public SafeHttp(Set<String> allowedHosts, Duration connect, Duration atMost) {
		this.atMost = atMost;
		this.watch = new ScheduledThreadPoolExecutor(1,
				(work) -> Thread.ofPlatform().daemon().name("channel-watch").unstarted(work));
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
			.setUserAgent("Salon")
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
		ScheduledFuture<?> deadline = this.watch.schedule(request::abort, this.atMost.toMillis(),
				TimeUnit.MILLISECONDS);
		try {
			ClassicHttpResponse response = this.client.executeOpen(null, request, null);
			HttpReply reply = new HttpReply(response.getCode(), body(response.getEntity()),
					retryAfter(response.getFirstHeader("Retry-After")));
			close(request, response);
			return reply;
		}
		catch (AddressRefused ex) {
			throw new CallFailed(CallFailed.Stage.FORBIDDEN, String.valueOf(ex.getMessage()));
		}
		catch (UnknownHostException | ConnectException | ConnectTimeoutException | NoRouteToHostException ex) {
			throw new CallFailed(CallFailed.Stage.UNREACHED, "the server cannot be reached");
		}
		catch (SSLHandshakeException | SSLPeerUnverifiedException ex) {
			throw new CallFailed(CallFailed.Stage.UNREACHED, "no trusted TLS connection to the server");
		}
		catch (IOException | RuntimeException ex) {
			// The messages of such may have the address.
			throw new CallFailed(CallFailed.Stage.UNKNOWN, "no answer: " + ex.getClass().getSimpleName());
		}
		finally {
			deadline.cancel(false);
		}
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
	private static void close(HttpPost request, ClassicHttpResponse response) {
		request.abort();
		try {
			response.close();
		}
		catch (IOException ex) {
			log.debug("The connection was closed already: {}", ex.getClass().getSimpleName());
		}
	}

	private static @Nullable Duration retryAfter(@Nullable Header header) {
		String value = (header != null) ? header.getValue() : null;
		if (value == null || !value.matches("\\d{1,9}")) {
			return null;
		}
		Duration wait = Duration.ofSeconds(Long.parseLong(value));
		return (wait.compareTo(LONGEST_WAIT) < 0) ? wait : LONGEST_WAIT;
	}

}
