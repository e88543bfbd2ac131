package org.salon.messaging.inbox;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.SmartLifecycle;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import org.springframework.kafka.event.ConsumerStoppedEvent;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;
import org.springframework.kafka.listener.ContainerProperties;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.util.backoff.ExponentialBackOff;

import org.salon.messaging.MessagingProperties;

/**
 * The threads that listen: raw bytes in, so that no header can make anything be built.
 */
class InboxContainers implements SmartLifecycle {

	private static final Logger log = LoggerFactory.getLogger(InboxContainers.class);

	private static final int EXIT_CODE = 70;

	private final List<ConcurrentMessageListenerContainer<?, ?>> containers = new ArrayList<>();

	InboxContainers(Map<String, Object> configured, MessagingProperties properties,
			ApplicationEventPublisher publisher) {
		this.configured = configured;
		this.properties = properties;
		this.publisher = publisher;
	}

	private final Map<String, Object> configured;

	private final MessagingProperties properties;

	private final ApplicationEventPublisher publisher;

	void add(EventSubscription subscription, InboxListener listener) {
		ContainerProperties container = new ContainerProperties(subscription.topics().toArray(String[]::new));
		container.setGroupId(subscription.group());
		container.setMessageListener(listener);
		container.setAckMode(ContainerProperties.AckMode.BATCH);
		container.setMissingTopicsFatal(false);
		// After the commit, so that a stop never leaves work done and not recorded.
		container.setStopImmediate(true);
		ConcurrentMessageListenerContainer<byte @Nullable [], byte @Nullable []> concurrent = new ConcurrentMessageListenerContainer<>(
				new DefaultKafkaConsumerFactory<>(settings(subscription)), container);
		concurrent.setBeanName("inbox-" + subscription.group());
		concurrent.setConcurrency(this.properties.concurrency());
		concurrent.setCommonErrorHandler(patient());
		concurrent.setApplicationEventPublisher((event) -> {
			if (event instanceof ConsumerStoppedEvent stopped
					&& stopped.getReason() == ConsumerStoppedEvent.Reason.ERROR) {
				exit();
			}
			this.publisher.publishEvent(event);
		});
		this.containers.add(concurrent);
	}

	private Map<String, Object> settings(EventSubscription subscription) {
		Map<String, Object> settings = new HashMap<>(this.configured);
		settings.put(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
		settings.put(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
		settings.put(ConsumerConfig.GROUP_ID_CONFIG, subscription.group());
		// Not yet the newer protocol (KIP-848): its consumer was seen to rest for seconds
		// on a
		// busy machine. A member that was killed gives up its partitions after this time.
		settings.put(ConsumerConfig.GROUP_PROTOCOL_CONFIG, "classic");
		settings.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, 10_000);
		settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
		settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
		settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, this.properties.batchSize());
		// So that a topic made after this service started is seen soon.
		settings.put(ConsumerConfig.METADATA_MAX_AGE_CONFIG, 5_000);
		return settings;
	}

	/** The database is away: keep the batch, and try again for as long as it takes. */
	private DefaultErrorHandler patient() {
		ExponentialBackOff backOff = new ExponentialBackOff(this.properties.backOff().toMillis(), 2);
		backOff.setMaxInterval(this.properties.maxBackOff().toMillis());
		backOff.setMaxElapsedTime(Long.MAX_VALUE);
		DefaultErrorHandler handler = new DefaultErrorHandler(null, backOff);
		handler.setClassifications(Map.of(), true);
		return handler;
	}

	/** A service whose listener died of an Error must not stay up and look well. */
	private static void exit() {
		log.error("A listener died of an error; the process ends so that it is started again");
		Thread.ofPlatform().name("exit").start(() -> System.exit(EXIT_CODE));
	}

	Collection<ConcurrentMessageListenerContainer<?, ?>> all() {
		return List.copyOf(this.containers);
	}

	@Override
	public void start() {
		this.containers.forEach(ConcurrentMessageListenerContainer::start);
	}

	@Override
	public void stop() {
		this.containers.forEach(ConcurrentMessageListenerContainer::stop);
	}

	@Override
	public boolean isRunning() {
		return !this.containers.isEmpty() && this.containers.getFirst().isRunning();
	}

}
