package org.salon.registration.certificate;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;

import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

import org.salon.registration.SalonProperties;

/**
 * For how long the certificate of the public site is still valid. Somebody else renews
 * it, such as the proxy: only who looks at the site as its readers do sees whether that
 * was done. A site without TLS has none, and no number.
 */
@Component
class SiteCertificate {

	private static final Logger logger = LoggerFactory.getLogger(SiteCertificate.class);

	private static final int TIMEOUT = 5_000;

	private static final int HTTPS = 443;

	private final URI site;

	private final SSLSocketFactory tls;

	private final Clock clock;

	/** None before one was seen. */
	private volatile @Nullable Instant end;

	@Autowired
	SiteCertificate(MeterRegistry registry, SalonProperties properties, Clock clock) {
		this(registry, properties.baseUrl(), (SSLSocketFactory) SSLSocketFactory.getDefault(), clock);
	}

	SiteCertificate(MeterRegistry registry, URI site, SSLSocketFactory tls, Clock clock) {
		this.site = site;
		this.tls = tls;
		this.clock = clock;
		Gauge.builder("salon.site.certificate.remaining", this::remaining)
			.description("For how long the public site's certificate is still valid; 0 for one that is not")
			.baseUnit("seconds")
			.register(registry);
	}

	private double remaining() {
		Instant known = this.end;
		return (known != null) ? Math.max(0, Duration.between(this.clock.instant(), known).toSeconds()) : Double.NaN;
	}

	@Scheduled(fixedDelay = 1, timeUnit = TimeUnit.HOURS)
	void look() {
		if (!"https".equalsIgnoreCase(this.site.getScheme()) || this.site.getHost() == null) {
			return;
		}
		try {
			this.end = end(this.site.getHost(), (this.site.getPort() > 0) ? this.site.getPort() : HTTPS);
		}
		catch (SSLHandshakeException ex) {
			if (ex.getCause() instanceof CertificateException) {
				// Browsers refuse it as well.
				this.end = Instant.EPOCH;
			}
			logger.warn("The public site's certificate is refused: {}", ex.getMessage());
		}
		catch (IOException ex) {
			// Away, or not to be reached from here: that says nothing about its
			// certificate.
			logger.debug("The public site's certificate cannot be seen: {}", ex.getMessage());
		}
	}

	private Instant end(String host, int port) throws IOException {
		try (Socket plain = new Socket()) {
			plain.connect(new InetSocketAddress(host, port), TIMEOUT);
			plain.setSoTimeout(TIMEOUT);
			try (SSLSocket socket = (SSLSocket) this.tls.createSocket(plain, host, port, true)) {
				SSLParameters parameters = socket.getSSLParameters();
				parameters.setEndpointIdentificationAlgorithm("HTTPS");
				socket.setSSLParameters(parameters);
				socket.startHandshake();
				return first(socket.getSession().getPeerCertificates());
			}
		}
	}

	/** One that has ended makes all of the chain worth nothing. */
	private static Instant first(Certificate[] chain) {
		Instant first = Instant.MAX;
		for (Certificate certificate : chain) {
			if (certificate instanceof X509Certificate one && one.getNotAfter().toInstant().isBefore(first)) {
				first = one.getNotAfter().toInstant();
			}
		}
		return first;
	}

}
