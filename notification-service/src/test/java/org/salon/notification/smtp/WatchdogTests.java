package org.salon.notification.smtp;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;

import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** A server that accepts and then says nothing, met without any timeout of the socket. */
@Timeout(20)
class WatchdogTests {

	private static final Duration SOON = Duration.ofMillis(50);

	private final Watchdog watchdog = new Watchdog();

	private ServerSocket silent;

	@BeforeEach
	void listen() throws IOException {
		this.silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
	}

	@AfterEach
	void stop() throws IOException {
		this.silent.close();
		this.watchdog.destroy();
	}

	@Test
	void getsAThreadOutOfASocketThatSaysNothing() throws IOException {
		try (Socket socket = connected(); Watchdog.Watch watch = this.watchdog.watch(SOON)) {
			assertThatExceptionOfType(IOException.class).isThrownBy(() -> socket.getInputStream().read());
		}
		assertThat(Thread.interrupted()).as("an interrupt left behind").isFalse();
	}

	@Test
	void getsAThreadOutOfTlsThatIsNeverAgreed() throws IOException {
		Socket socket = connected();
		SSLSocketFactory tls = (SSLSocketFactory) SSLSocketFactory.getDefault();
		try (SSLSocket layered = (SSLSocket) tls.createSocket(socket, "localhost", socket.getPort(), true);
				Watchdog.Watch watch = this.watchdog.watch(SOON)) {
			assertThatExceptionOfType(IOException.class).isThrownBy(layered::startHandshake);
		}
	}

	@Test
	void watchThatIsOverTakesNothingFromTheOneAroundIt() throws IOException {
		try (Socket socket = connected(); Watchdog.Watch around = this.watchdog.watch(SOON.multipliedBy(6))) {
			try (Watchdog.Watch within = this.watchdog.watch(SOON)) {
				assertThatExceptionOfType(InterruptedException.class).isThrownBy(() -> new CountDownLatch(1).await());
			}
			assertThat(Thread.currentThread().isInterrupted()).as("an interrupt left behind").isFalse();
			assertThatExceptionOfType(IOException.class).isThrownBy(() -> socket.getInputStream().read());
		}
	}

	@Test
	void neitherEndsAnythingEarlyNorOnceItIsOver() throws Exception {
		CountDownLatch never = new CountDownLatch(1);
		try (Watchdog.Watch over = this.watchdog.watch(SOON)) {
			assertThat(never.getCount()).isOne();
		}
		long begin = System.nanoTime();
		try (Watchdog.Watch watch = this.watchdog.watch(SOON.multipliedBy(4))) {
			assertThatExceptionOfType(InterruptedException.class).isThrownBy(never::await);
		}
		assertThat(Duration.ofNanos(System.nanoTime() - begin)).isGreaterThanOrEqualTo(SOON.multipliedBy(4));
	}

	private Socket connected() throws IOException {
		return new PromptSockets().createSocket(this.silent.getInetAddress(), this.silent.getLocalPort());
	}

}
