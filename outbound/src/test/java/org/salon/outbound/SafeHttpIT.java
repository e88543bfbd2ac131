package org.salon.outbound;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;

import org.assertj.core.api.ThrowableAssert;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

class SafeHttpIT {

	private final Receiver receiver = new Receiver();

	private final SafeHttp strict = new SafeHttp("Salon", Set.of(), Duration.ofSeconds(1), Duration.ofSeconds(1));

	private final SafeHttp open = new SafeHttp("Salon", Set.of("127.0.0.1"), Duration.ofSeconds(1),
			Duration.ofSeconds(1));

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

	@ParameterizedTest
	@ValueSource(strings = { "http://127.0.0.1", "http://0x7f.1", "http://[::ffff:7f00:1]" })
	void asksNoAddressOfThisMachineForItsHeaders(String host) {
		URI uri = URI.create(host + ":" + this.receiver.port() + "/");
		assertThat(reason(() -> this.strict.head(uri))).isIn(CallFailed.Reason.NOT_PUBLIC,
				CallFailed.Reason.NO_SUCH_HOST);
		assertThat(reason(() -> this.strict.get(uri))).isIn(CallFailed.Reason.NOT_PUBLIC,
				CallFailed.Reason.NO_SUCH_HOST);
		assertThat(this.receiver.requests()).isEmpty();
	}

	@Test
	void saysWhatStandsBeforeTheBodyAndReadsNoneOfIt() throws Exception {
		this.receiver.page("/moved", 302, 302, "Location", "/there", "Retry-After", "120");
		this.receiver.endless("/endless");
		assertThat(this.open.head(URI.create(this.receiver.url("/moved"))))
			.isEqualTo(new HttpHeadline(302, "/there", "120"));
		assertThat(this.open.head(URI.create(this.receiver.url("/endless"))).status()).isEqualTo(405);
		assertThat(this.open.get(URI.create(this.receiver.url("/endless"))).status()).isEqualTo(200);
		assertThat(this.receiver.requests()).extracting(Receiver.Request::method)
			.containsExactly("HEAD", "HEAD", "GET");
		assertThat(this.receiver.requests().getFirst().headers()).containsEntry("User-Agent", "Salon");
	}

	@Test
	void saysWhyThereWasNoAnswer(@TempDir Path folder) throws Exception {
		this.receiver.hang("/");
		assertThat(reason(() -> this.open.head(URI.create(this.receiver.url("/")))))
			.isEqualTo(CallFailed.Reason.TIMEOUT);
		// The first TLS connection of a JVM takes its time.
		try (SafeHttp patient = new SafeHttp("Salon", Set.of("127.0.0.1"), Duration.ofSeconds(10),
				Duration.ofSeconds(30)); Receiver forged = new Receiver(Certificate.selfSigned(folder))) {
			URI uri = URI.create("https://127.0.0.1:" + forged.port() + "/");
			assertThat(reason(() -> patient.head(uri))).isEqualTo(CallFailed.Reason.TLS);
			assertThat(forged.requests()).isEmpty();
		}
		assertThat(reason(() -> this.open.get(URI.create("https://no-such-host.invalid/"))))
			.isEqualTo(CallFailed.Reason.NO_SUCH_HOST);
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

	private static CallFailed.Reason reason(ThrowableAssert.ThrowingCallable call) {
		return catchThrowableOfType(CallFailed.class, call).reason();
	}

	private static HttpCall call(String url) {
		return new HttpCall(URI.create(url), Map.of("x-test", "1"), "{}");
	}

}
