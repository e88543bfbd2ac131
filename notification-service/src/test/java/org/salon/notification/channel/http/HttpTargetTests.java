package org.salon.notification.channel.http;

import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class HttpTargetTests {

	private static final Set<String> ALLOWED = Set.of("127.0.0.1");

	@ParameterizedTest
	@ValueSource(strings = { "http://example.org/t0pS3cret", "ftp://example.org/t0pS3cret", "file:///t0pS3cret",
			"t0pS3cret", "https:t0pS3cret", "https://user:t0pS3cret@example.org/", "https://example.org/#t0pS3cret",
			"https://exa mple.org/t0pS3cret", "gopher://127.0.0.1/t0pS3cret", "https:///t0pS3cret" })
	void refusesWhatCannotBePostedToWithoutSayingIt(String url) {
		assertThatExceptionOfType(BadChannelSetting.class)
			.isThrownBy(() -> HttpTarget.of("SALON_CHANNELS_WECOM_URL", url, "", ALLOWED))
			.withMessageStartingWith("SALON_CHANNELS_WECOM_URL ")
			.withNoCause()
			.satisfies((problem) -> assertThat(problem.getMessage()).doesNotContain("t0pS3cret"));
	}

	@Test
	void takesAnyHostByTlsAndThoseOfTheOperatorWithout() {
		assertThat(HttpTarget.of("X", "https://example.org/a?key=b", "", ALLOWED).uri().getQuery()).isEqualTo("key=b");
		assertThat(HttpTarget.of("X", " http://127.0.0.1:8080/a ", "", ALLOWED).uri().getPort()).isEqualTo(8080);
	}

}
