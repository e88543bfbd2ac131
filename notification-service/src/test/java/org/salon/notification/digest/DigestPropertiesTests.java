package org.salon.notification.digest;

import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.core.env.MapPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

class DigestPropertiesTests {

	private final ApplicationContextRunner runner = new ApplicationContextRunner()
		.withUserConfiguration(Properties.class);

	@Test
	void isForNobodyAtFirst() {
		this.runner.withPropertyValues("salon.organiser-mail=").run((context) -> {
			DigestProperties properties = context.getBean(DigestProperties.class);
			assertThat(properties.organisers()).isEmpty();
			assertThat(properties.at()).isEqualTo(LocalTime.of(20, 0));
			assertThat(properties.zone()).isEqualTo(ZoneId.of("Asia/Shanghai"));
		});
	}

	@Test
	void isForEachOnce() {
		this.runner
			.withPropertyValues("salon.organiser-mail= one@example.org, Two+x@example.org,,ONE@example.org",
					"salon.digest-at=07:45", "salon.digest-zone=Europe/Berlin")
			.run((context) -> {
				DigestProperties properties = context.getBean(DigestProperties.class);
				assertThat(properties.organisers()).extracting(Organiser::address)
					.containsExactly("one@example.org", "Two+x@example.org");
				assertThat(properties.at()).isEqualTo(LocalTime.of(7, 45));
				assertThat(properties.zone()).isEqualTo(ZoneId.of("Europe/Berlin"));
			});
	}

	@ParameterizedTest
	@ValueSource(strings = { "one@example.org\r\nBcc: two@example.org", "one@example.org\n", "one@example.org\u0000" })
	void doesNotStartWithALineBreakInAnAddress(String addresses) {
		refuses("organiser-mail=" + addresses,
				"salon.organiser-mail (SALON_ORGANISER_MAIL) has a line break or another control character in it");
	}

	@ParameterizedTest
	@ValueSource(strings = { "one", "one@", "a@b@c", "Organiser <one@example.org>", "<one@example.org>",
			"one@example.org;two@example.org", "one@example.org two@example.org", "\u7ec4\u7ec7@example.org",
			"one@example.org\u760d\u760aBcc:two@example.org" })
	void doesNotStartWithWhatIsNoAddress(String addresses) {
		refuses("organiser-mail=" + addresses, "salon.organiser-mail (SALON_ORGANISER_MAIL) takes addresses such as"
				+ " organiser@example.org, with commas between, and no names: " + addresses);
	}

	@ParameterizedTest
	@CsvSource({ "digest-at=8 pm, salon.digest-at (SALON_DIGEST_AT) is no time of day such as 20:00: 8 pm",
			"digest-at=24:30, salon.digest-at (SALON_DIGEST_AT) is no time of day such as 20:00: 24:30",
			"digest-zone=Mars, salon.digest-zone (SALON_DIGEST_ZONE) is no time zone such as Asia/Shanghai: Mars" })
	void doesNotStartWithWhatIsNoTimeOrZone(String setting, String message) {
		refuses(setting, message);
	}

	private void refuses(String setting, String message) {
		int equals = setting.indexOf('=');
		this.runner
			.withInitializer((context) -> context.getEnvironment()
				.getPropertySources()
				.addFirst(new MapPropertySource("test",
						Map.of("salon." + setting.substring(0, equals), setting.substring(equals + 1)))))
			.run((context) -> {
				assertThat(context).hasFailed();
				assertThat(context.getStartupFailure()).rootCause().satisfies((cause) -> {
					Throwable said = context.getStartupFailure();
					while (said != null && !message.equals(said.getMessage())) {
						said = said.getCause();
					}
					assertThat(said).as("%s", cause).isNotNull();
				});
			});
	}

	@EnableConfigurationProperties(DigestProperties.class)
	static class Properties {

	}

}
