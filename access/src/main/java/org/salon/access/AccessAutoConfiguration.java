package org.salon.access;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;

/** Tells a service where its requests come from. */
@AutoConfiguration
@EnableConfigurationProperties(AccessProperties.class)
public class AccessAutoConfiguration {

	@Bean
	ClientAddresses clientAddresses(AccessProperties properties) {
		return new ClientAddresses(properties.trustedProxies());
	}

}
