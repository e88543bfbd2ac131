package org.salon.messaging.outbox;

import java.time.Clock;
import java.time.Duration;

import io.micrometer.tracing.Span;
import io.micrometer.tracing.TraceContext;
import io.micrometer.tracing.Tracer;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.kafka.core.ProducerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.function.SingletonSupplier;

import org.salon.events.Topics;
import org.salon.messaging.MessagingMetrics;
import org.salon.messaging.MessagingProperties;

/** What publishing is made of. */
@Configuration(proxyBeanMethods = false)
public class OutboxConfiguration {

	@Bean
	OutboxRows outboxRows(JdbcTemplate jdbc, MessagingMetrics metrics) {
		OutboxRows rows = new OutboxRows(jdbc);
		metrics.backlog(rows::backlog, rows::ageInSeconds);
		return rows;
	}

	@Bean(destroyMethod = "release")
	ShardLeases shardLeases(JdbcTemplate jdbc, PlatformTransactionManager transactions,
			MessagingProperties properties) {
		return new ShardLeases(jdbc, new TransactionTemplate(transactions), properties.lease());
	}

	@Bean(destroyMethod = "close")
	KafkaSender outboxSender(ProducerFactory<?, ?> producers, MessagingProperties properties) {
		return new KafkaSender(producers, properties.maxEventBytes());
	}

	@Bean
	OutboxRelay outboxRelay(OutboxRows rows, ShardLeases leases, KafkaSender sender, MessagingMetrics metrics,
			MessagingProperties properties) {
		return new OutboxRelay(rows, leases, sender, metrics, properties.pollInterval(), properties.gather(),
				properties.batchSize());
	}

	@Bean
	Outbox outbox(JdbcTemplate jdbc, Clock clock, @Value("${spring.application.name}") String service,
			MessagingProperties properties, ObjectProvider<Tracer> tracer, OutboxRelay relay) {
		// To ask the container is dear, and events are appended in every transaction.
		SingletonSupplier<Tracer> found = SingletonSupplier.ofNullable(tracer::getIfAvailable);
		return new JdbcOutbox(jdbc, clock, "/" + service, properties.maxEventBytes(), () -> traceparent(found.get()),
				relay::wake);
	}

	@Bean
	OutboxController outboxController(OutboxRows rows, OutboxRelay relay) {
		return new OutboxController(rows, relay);
	}

	@Bean
	HealthIndicator outboxRelayHealthIndicator(OutboxRelay relay) {
		return () -> (relay.isRunning() ? Health.up() : Health.down()).build();
	}

	@Bean
	OutboxUpkeep outboxUpkeep(ShardLeases leases, OutboxRows rows, OutboxRelay relay, MessagingProperties properties) {
		return new OutboxUpkeep(leases, rows, relay, properties.personalDataRetention());
	}

	/** W3C Trace Context, version 00. */
	private static @Nullable String traceparent(@Nullable Tracer tracer) {
		Span span = (tracer != null) ? tracer.currentSpan() : null;
		if (span == null) {
			return null;
		}
		TraceContext context = span.context();
		return "00-" + context.traceId() + "-" + context.spanId() + "-"
				+ (Boolean.TRUE.equals(context.sampled()) ? "01" : "00");
	}

	/** Keeps the leases, and keeps rows no longer than the broker keeps their records. */
	record OutboxUpkeep(ShardLeases leases, OutboxRows rows, OutboxRelay relay, Duration retention) {

		@Scheduled(fixedDelayString = "${salon.messaging.renew-interval:2s}")
		void renew() {
			boolean idle = this.leases.held().isEmpty();
			this.leases.renew();
			if (idle && !this.leases.held().isEmpty()) {
				this.relay.wake();
			}
		}

		@Scheduled(initialDelay = 60_000, fixedDelay = 3_600_000)
		void clean() {
			this.rows.deleteOlder(Topics.REGISTRATIONS, this.retention);
			this.rows.deleteOlder(Topics.DELIVERIES, this.retention);
		}

	}

}
