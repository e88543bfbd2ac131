package org.salon.access;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

import org.salon.access.audit.AuditConfiguration;

/** Tells a service where its requests come from, and writes down what operators do. */
@AutoConfiguration(afterName = "org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration")
@EnableConfigurationProperties(AccessProperties.class)
@Import(AuditConfiguration.class)
public class AccessAutoConfiguration {

	@Bean
	ClientAddresses clientAddresses(AccessProperties properties) {
		return new ClientAddresses(properties.trustedProxies());
	}

}
