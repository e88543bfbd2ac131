package org.salon.notification.channel.http;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.salon.notification.channel.Receiver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class SafeHttpIT {

	private final Receiver receiver = new Receiver();

	private final SafeHttp strict = new SafeHttp(Set.of(), Duration.ofSeconds(1), Duration.ofSeconds(1));

	private final SafeHttp open = new SafeHttp(Set.of("127.0.0.1"), Duration.ofSeconds(1), Duration.ofSeconds(1));

	@AfterEach
	void close() throws Exception {
		this.receiver.close();
		this.strict.close();
		this.open.close();
	}

	@ParameterizedTest
	@ValueSource(strings = { "http://127.0.0.1", "http://localhost", "http://127.1", "http://2130706433",
			"http://0.0.0.0", "http://[::1]", "http://[::ffff:127.0.0.1]", "http://[::]" })
	void connectsToNoAddressOfThisMachine(String host) {
		assertThatExceptionOfType(CallFailed.class)
			.isThrownBy(() -> this.strict.post(call(host + ":" + this.receiver.port() + "/")))
			.satisfies((failure) -> assertThat(failure.stage()).isEqualTo(CallFailed.Stage.FORBIDDEN));
		assertThat(this.receiver.requests()).isEmpty();
	}

	@Test
	void followsNoRedirect() throws Exception {
		try (Receiver inner = new Receiver()) {
			this.receiver.redirect(inner.url("/"));
			assertThat(this.open.post(call(this.receiver.url("/"))).status()).isEqualTo(302);
			assertThat(inner.requests()).isEmpty();
		}
	}

	@Test
	void readsLittleOfAnAnswerWithoutEnd() throws Exception {
		this.receiver.endless();
		assertThat(this.open.post(call(this.receiver.url("/"))).body()).hasSize(64 * 1024);
	}

	@Test
	void endsInTimeWhateverTheServerDoes() throws Exception {
		this.receiver.drip();
		long begin = System.nanoTime();
		assertThat(this.open.post(call(this.receiver.url("/"))).body()).isEmpty();
		assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(3));
		this.receiver.hang();
		assertThatExceptionOfType(CallFailed.class).isThrownBy(() -> this.open.post(call(this.receiver.url("/"))))
			.satisfies((failure) -> assertThat(failure.stage()).isEqualTo(CallFailed.Stage.UNKNOWN));
	}

	@Test
	void tellsWhatWasNotSentFromWhatMayHaveBeen() {
		int port = this.receiver.port();
		this.receiver.close();
		assertThatExceptionOfType(CallFailed.class)
			.isThrownBy(() -> this.open.post(call("http://127.0.0.1:" + port + "/t0pS3cret")))
			.satisfies((failure) -> assertThat(failure.stage()).isEqualTo(CallFailed.Stage.UNREACHED));
	}

	private static HttpCall call(String url) {
		return new HttpCall(URI.create(url), Map.of("x-test", "1"), "{}");
	}

}
