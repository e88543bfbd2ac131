package org.salon.messaging;

import java.util.Map;
import java.util.UUID;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

import org.salon.events.EventType;
import org.salon.events.Topics;
import org.salon.localstack.LocalStackConfiguration;
import org.salon.messaging.inbox.EventSubscription;
import org.salon.messaging.inbox.ReceivedEvent;

/**
 * The smallest service that listens: it writes down what it handles, and fails on demand.
 */
@SpringBootConfiguration
@EnableAutoConfiguration
@Import(LocalStackConfiguration.class)
public class MessagingTestApplication {

	@Bean
	Handled handled() {
		return new Handled();
	}

	@Bean
	EventSubscription subscription(Handled handled) {
		return new EventSubscription("messaging-tests-" + UUID.randomUUID(),
				java.util.Set.of(Topics.SALONS, Topics.REGISTRATIONS), handled::handle,
				java.util.Set.of(EventType.MEMBER_ERASED));
	}

	/** What was handled, in order; and what to refuse. */
	public static class Handled {

		public final Queue<ReceivedEvent> events = new ConcurrentLinkedQueue<>();

		public final Map<String, RuntimeException> faults = new ConcurrentHashMap<>();

		private final Map<String, Integer> refusals = new ConcurrentHashMap<>();

		public int refused(String subject) {
			return this.refusals.getOrDefault(subject, 0);
		}

		void handle(ReceivedEvent event) {
			RuntimeException fault = this.faults.get(event.subject());
			if (fault != null) {
				this.refusals.merge(event.subject(), 1, Integer::sum);
				throw fault;
			}
			// As a database would: what is rolled back leaves no trace.
			TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
				@Override
				public void afterCommit() {
					Handled.this.events.add(event);
				}
			});
		}

		public java.util.List<Long> versions(String subject) {
			return this.events.stream().filter((e) -> e.subject().equals(subject)).map(ReceivedEvent::version).toList();
		}

	}

}
