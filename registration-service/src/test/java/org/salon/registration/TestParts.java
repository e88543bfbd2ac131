package org.salon.registration;

import org.springframework.boot.kafka.autoconfigure.KafkaConnectionDetails;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.annotation.Primary;
import org.springframework.core.env.Environment;

@TestConfiguration(proxyBeanMethods = false)
class TestParts {

	@Bean
	@Primary
	MovableClock movableClock() {
		return new MovableClock();
	}

	@Bean
	@Lazy
	Site site(Environment environment) {
		return new Site(Integer.parseInt(environment.getProperty("local.server.port", "0")));
	}

	@Bean
	Published published(KafkaConnectionDetails kafka) {
		return new Published(String.join(",", kafka.getBootstrapServers()));
	}

}
