package org.salon.messaging.inbox;

import java.util.Map;
import java.util.stream.Collectors;

import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.propagation.Propagator;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import org.salon.messaging.MessagingMetrics;
import org.salon.messaging.MessagingProperties;
import org.salon.messaging.deadletter.DeadLetterController;
import org.salon.messaging.deadletter.DeadLetterStore;
import org.salon.messaging.deadletter.DeadLetters;

/** What listening is made of. A service without a subscription has no listener. */
@Configuration(proxyBeanMethods = false)
public class InboxConfiguration {

	@Bean
	DeadLetterStore deadLetterStore(JdbcTemplate jdbc, MessagingMetrics metrics) {
		DeadLetterStore store = new DeadLetterStore(jdbc);
		metrics.deadLetters(store::open);
		return store;
	}

	@Bean
	EventLog eventLog(ConsumerFactory<?, ?> consumers) {
		return new KafkaEventLog(consumers.getConfigurationProperties());
	}

	@Bean
	InboxContainers inboxContainers(ObjectProvider<EventSubscription> subscriptions, Inboxes inboxes,
			ConsumerFactory<?, ?> consumers, MessagingProperties properties, ApplicationEventPublisher publisher) {
		InboxContainers containers = new InboxContainers(consumers.getConfigurationProperties(), properties, publisher);
		subscriptions.forEach((subscription) -> containers.add(subscription, inboxes.listener(subscription)));
		return containers;
	}

	@Bean
	Inboxes inboxes(ObjectProvider<EventSubscription> subscriptions, JdbcTemplate jdbc, DeadLetterStore deadLetters,
			PlatformTransactionManager transactions, MessagingMetrics metrics, MessagingProperties properties,
			ObjectProvider<Tracer> tracer, ObjectProvider<Propagator> propagator) {
		Traces traces = new Traces(tracer.getIfAvailable(), propagator.getIfAvailable());
		Map<EventSubscription, Inbox> inboxes = subscriptions.stream()
			.collect(Collectors.toMap((subscription) -> subscription,
					(subscription) -> new Inbox(new InboxStore(jdbc), deadLetters, subscription, traces)));
		return new Inboxes(inboxes, new TransactionTemplate(transactions), deadLetters, metrics, properties);
	}

	@Bean
	DeadLetters deadLetters(DeadLetterStore store, PlatformTransactionManager transactions, Inboxes inboxes) {
		return new DeadLetters(store, new TransactionTemplate(transactions), inboxes::redrive);
	}

	@Bean
	DeadLetterController deadLetterController(DeadLetters deadLetters) {
		return new DeadLetterController(deadLetters);
	}

	@Bean
	ListenersHealth listenersHealthIndicator(InboxContainers containers) {
		return new ListenersHealth(containers::all);
	}

	@Bean
	LagSampling lagSampling(ObjectProvider<EventSubscription> subscriptions, KafkaAdmin admin,
			MessagingMetrics metrics) {
		return new LagSampling(subscriptions.stream()
			.map((subscription) -> new ConsumerLag(admin.getConfigurationProperties(), subscription.group(),
					subscription.topics(), metrics))
			.toList());
	}

	@Bean
	InboxRetention inboxRetention(JdbcTemplate jdbc, MessagingProperties properties) {
		return new InboxRetention(new InboxStore(jdbc), properties);
	}

	/** Samples how far behind the listeners are. */
	record LagSampling(java.util.List<ConsumerLag> lags) implements AutoCloseable {

		@Scheduled(fixedDelay = 3_000)
		void sample() {
			this.lags.forEach(ConsumerLag::sample);
		}

		@Override
		public void close() {
			this.lags.forEach(ConsumerLag::close);
		}

	}

	/**
	 * Ids need not be kept longer than records: what is older, the version of its
	 * aggregate drops.
	 */
	record InboxRetention(InboxStore store, MessagingProperties properties) {

		@Scheduled(initialDelay = 60_000, fixedDelay = 3_600_000)
		void clean() {
			this.store.deleteOlder(this.properties.personalDataRetention().multipliedBy(2));
		}

	}

}
