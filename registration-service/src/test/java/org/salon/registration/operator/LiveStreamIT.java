package org.salon.registration.operator;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import org.salon.registration.RegistrationServiceTest;
import org.salon.registration.Site;

import static org.assertj.core.api.Assertions.assertThat;

/** What tells the live page to look again. */
@RegistrationServiceTest
class LiveStreamIT {

	@Autowired
	private Site site;

	@Test
	void saysAtOnceAndAgainWhenSomethingIsNew() throws Exception {
		try (BufferedReader stream = new BufferedReader(new InputStreamReader(
				this.site.browser().login().stream("/operator/live/stream"), StandardCharsets.UTF_8))) {
			awaitChange(stream);
			// What changes while one looks, at the latest by this sign-up.
			int salon = this.site.announced("");
			this.site.signUp(salon, "Seen", "seen-" + salon + "@example.org").expect(201);
			awaitChange(stream);
		}
	}

	@Test
	void isForTheOperatorOnly() {
		assertThat(this.site.page("/operator/live/stream", "en").status()).isEqualTo(302);
	}

	private static void awaitChange(BufferedReader stream) throws Exception {
		String line = CompletableFuture
			.supplyAsync(() -> stream.lines()
				.filter((read) -> read.equals("event:" + LiveStream.CHANGED))
				.findFirst()
				.orElse(""))
			.get(30, TimeUnit.SECONDS);
		assertThat(line).isNotEmpty();
	}

}
