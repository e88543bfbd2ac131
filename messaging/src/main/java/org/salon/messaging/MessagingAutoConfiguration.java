package org.salon.messaging;

import java.time.Clock;

import io.micrometer.core.instrument.MeterRegistry;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.health.actuate.endpoint.HealthEndpoint;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.scheduling.annotation.EnableScheduling;

import org.salon.messaging.inbox.InboxConfiguration;
import org.salon.messaging.outbox.OutboxConfiguration;
import org.salon.messaging.status.StatusController;

/**
 * Gives a service its outbox, its inbox and its dead letters, by being on the class path.
 */
@AutoConfiguration(afterName = { "org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration",
		"org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration",
		"org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration",
		"org.springframework.boot.health.autoconfigure.actuate.endpoint.HealthEndpointAutoConfiguration",
		"org.springframework.boot.micrometer.metrics.autoconfigure.CompositeMeterRegistryAutoConfiguration",
		"org.springframework.boot.micrometer.metrics.autoconfigure.MetricsAutoConfiguration" })
@EnableConfigurationProperties(MessagingProperties.class)
@EnableScheduling
@Import({ OutboxConfiguration.class, InboxConfiguration.class })
public class MessagingAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean
	Clock clock() {
		return Clock.systemUTC();
	}

	@Bean
	MessagingMetrics messagingMetrics(MeterRegistry registry) {
		return new MessagingMetrics(registry);
	}

	/** Before anything asks for the data source to use the tables of messaging. */
	@Bean
	static MessagingSchema messagingSchema() {
		return new MessagingSchema();
	}

	@Bean
	KafkaAdmin.NewTopics salonTopics(MessagingProperties properties) {
		return new KafkaAdmin.NewTopics(SalonTopics
			.all(properties.partitions(), properties.replicationFactor(), properties.personalDataRetention(),
					properties.maxEventBytes())
			.toArray(org.apache.kafka.clients.admin.NewTopic[]::new));
	}

	@Bean
	@ConditionalOnMissingBean
	StatusController statusController(@Value("${spring.application.name}") String service, MeterRegistry registry,
			HealthEndpoint health) {
		return new StatusController(service, registry, health);
	}

}
