package org.salon.registration.certificate;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Clock;
import java.time.Duration;

import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.salon.outbound.Certificate;

import static org.assertj.core.api.Assertions.assertThat;

/** A site that shows a certificate of two days. */
class SiteCertificateIT {

	private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

	@TempDir
	private Path folder;

	private ServerSocket site;

	@BeforeEach
	void open() throws Exception {
		this.site = Certificate.selfSigned(this.folder)
			.getServerSocketFactory()
			.createServerSocket(0, 5, InetAddress.getByName("localhost"));
		Thread.ofPlatform().daemon().start(this::serve);
	}

	@AfterEach
	void close() throws IOException {
		this.site.close();
	}

	@Test
	void tellsForHowLongItIsValid() throws Exception {
		look("https", trusting());
		assertThat(remaining()).isGreaterThan(Duration.ofDays(1).toSeconds())
			.isLessThanOrEqualTo(Duration.ofDays(2).toSeconds());
	}

	@Test
	void takesOneThatBrowsersRefuseForOneThatHasEnded() {
		look("https", (SSLSocketFactory) SSLSocketFactory.getDefault());
		assertThat(remaining()).isZero();
	}

	@Test
	void hasNoNumberOfSiteWithoutTls() throws Exception {
		look("http", trusting());
		assertThat(remaining()).isNaN();
	}

	@Test
	void hasNoNumberOfSiteThatIsAway() throws Exception {
		this.site.close();
		look("https", trusting());
		assertThat(remaining()).isNaN();
	}

	private void look(String scheme, SSLSocketFactory tls) {
		URI address = URI.create(scheme + "://localhost:" + this.site.getLocalPort());
		new SiteCertificate(this.meters, address, tls, Clock.systemUTC()).look();
	}

	private double remaining() {
		return this.meters.get("salon.site.certificate.remaining").gauge().value();
	}

	private void serve() {
		while (!this.site.isClosed()) {
			try (SSLSocket visitor = (SSLSocket) this.site.accept()) {
				visitor.startHandshake();
				visitor.getInputStream().read();
			}
			catch (IOException ex) {
				// Who does not trust it goes away.
			}
		}
	}

	private SSLSocketFactory trusting() throws Exception {
		KeyStore shown = KeyStore.getInstance("PKCS12");
		try (InputStream in = Files.newInputStream(this.folder.resolve("localhost.p12"))) {
			shown.load(in, "changeit".toCharArray());
		}
		KeyStore trusted = KeyStore.getInstance("PKCS12");
		trusted.load(null, null);
		trusted.setCertificateEntry("site", shown.getCertificate("localhost"));
		TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
		trust.init(trusted);
		SSLContext tls = SSLContext.getInstance("TLS");
		tls.init(null, trust.getTrustManagers(), null);
		return tls.getSocketFactory();
	}

}
