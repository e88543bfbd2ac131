package org.salon.registration;

import org.springframework.boot.kafka.autoconfigure.KafkaConnectionDetails;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.annotation.Primary;
import org.springframework.core.env.Environment;
import org.springframework.test.context.DynamicPropertyRegistrar;

import org.salon.registration.oidc.OpenIdProvider;

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
	OpenIdProvider openIdProvider() {
		return new OpenIdProvider();
	}

	@Bean
	DynamicPropertyRegistrar providerSettings(OpenIdProvider provider) {
		return (registry) -> {
			registry.add("salon.oidc.issuer", provider::issuer);
			registry.add("salon.oidc.client-id", () -> OpenIdProvider.CLIENT);
			registry.add("salon.oidc.client-secret", () -> OpenIdProvider.SECRET);
		};
	}

	@Bean
	Published published(KafkaConnectionDetails kafka) {
		return new Published(String.join(",", kafka.getBootstrapServers()));
	}

}
