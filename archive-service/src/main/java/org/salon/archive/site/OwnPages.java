package org.salon.archive.site;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Locale;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/** Asks this very service for its pages, as a reader who is not logged in. */
@Component
class OwnPages {

	private static final Duration TIMEOUT = Duration.ofSeconds(60);

	private final HttpClient client = HttpClient.newBuilder()
		.version(HttpClient.Version.HTTP_1_1)
		.connectTimeout(TIMEOUT)
		.followRedirects(HttpClient.Redirect.NORMAL)
		.build();

	private final String host;

	private volatile int port;

	OwnPages(@Value("${server.address:}") String address) {
		this.host = address.isEmpty() ? InetAddress.getLoopbackAddress().getHostAddress() : address;
	}

	@EventListener
	void listens(WebServerInitializedEvent event) {
		// Not that of a management server, if there is one.
		if (event.getApplicationContext().getServerNamespace() == null) {
			this.port = event.getWebServer().getPort();
		}
	}

	/**
	 * The page in that language; where there is none, what the service says to a reader
	 * who asks for it.
	 * @throws IOException if the service cannot answer
	 */
	HttpResponse<InputStream> get(SitePage page, Locale language) throws IOException {
		HttpRequest request = HttpRequest.newBuilder(URI.create("http://" + authority() + page.address()))
			.timeout(TIMEOUT)
			.header(HttpHeaders.ACCEPT, "text/html, */*;q=0.8")
			.header(HttpHeaders.ACCEPT_LANGUAGE, language.toLanguageTag())
			.build();
		try {
			HttpResponse<InputStream> answer = this.client.send(request, HttpResponse.BodyHandlers.ofInputStream());
			// What people link to in their texts may be nowhere, or be no address at all.
			boolean refused = answer.statusCode() >= 400 && answer.statusCode() < 500;
			if (answer.statusCode() != 200 && !refused) {
				answer.body().close();
				throw new IOException(page.address() + " was answered with " + answer.statusCode());
			}
			return answer;
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new InterruptedIOException("interrupted while asking for " + page.address());
		}
	}

	private String authority() {
		return (this.host.contains(":") ? "[" + this.host + "]" : this.host) + ":" + this.port;
	}

}
