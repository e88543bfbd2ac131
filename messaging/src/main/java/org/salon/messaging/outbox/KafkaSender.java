package org.salon.messaging.outbox;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

import org.springframework.kafka.core.DefaultKafkaProducerFactory;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.core.ProducerFactory;

/**
 * The producer of the relay: idempotent, acknowledged by all replicas, patient for ever.
 */
class KafkaSender implements OutboxRelay.Sender {

	private final DefaultKafkaProducerFactory<String, byte[]> factory;

	private final KafkaTemplate<String, byte[]> template;

	KafkaSender(ProducerFactory<?, ?> configured, int maxEventBytes) {
		Map<String, Object> settings = new HashMap<>(configured.getConfigurationProperties());
		settings.put(ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, StringSerializer.class);
		settings.put(ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
		settings.put(ProducerConfig.ACKS_CONFIG, "all");
		settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
		// Giving up by time would let a later batch overtake the one that was given up.
		settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, Integer.MAX_VALUE);
		settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, (int) Duration.ofSeconds(5).toMillis());
		// Each batch is flushed: until then its records go together, in few requests.
		settings.put(ProducerConfig.LINGER_MS_CONFIG, 5);
		settings.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, maxEventBytes + 100_000);
		this.factory = new DefaultKafkaProducerFactory<>(settings);
		this.factory.setPhysicalCloseTimeout(1);
		this.template = new KafkaTemplate<>(this.factory);
		this.template.setCloseTimeout(Duration.ofSeconds(1));
	}

	@Override
	public CompletableFuture<?> send(ProducerRecord<String, byte[]> record) {
		return this.template.send(record);
	}

	@Override
	public void flush() {
		this.template.flush();
	}

	void close() {
		this.factory.destroy();
	}

}
