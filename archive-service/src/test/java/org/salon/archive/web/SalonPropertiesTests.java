package org.salon.archive.web;

import org.junit.jupiter.api.Test;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;

class SalonPropertiesTests {

	private final ApplicationContextRunner runner = new ApplicationContextRunner().withUserConfiguration(Settings.class)
		.withPropertyValues("salon.base-url=http://localhost:8080", "salon.archive-base-url=http://localhost:8082/");

	@Test
	void refusesToStartWithoutPassword() {
		this.runner.withPropertyValues("salon.operator.password=")
			.run((context) -> assertThat(context.getStartupFailure()).rootCause()
				.hasMessageContaining("SALON_OPERATOR_PASSWORD"));
	}

	@Test
	void joinsAddressesWithOneSlash() {
		this.runner.withPropertyValues("salon.operator.password=secret").run((context) -> {
			SalonProperties properties = context.getBean(SalonProperties.class);
			assertThat(properties.archiveUrl("/archive")).isEqualTo("http://localhost:8082/archive");
			assertThat(properties.comingUrl()).isEqualTo("http://localhost:8080/");
			assertThat(properties.toString()).doesNotContain("secret");
		});
	}

	@Configuration(proxyBeanMethods = false)
	@EnableConfigurationProperties(SalonProperties.class)
	static class Settings {

	}

}
