package org.salon.messaging.inbox;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;

import org.salon.events.UnreadableEvent;
import org.salon.messaging.envelope.CloudEventRecords;
import org.salon.messaging.envelope.Decoded;

/** The log read by a consumer of its own that belongs to no group and commits nothing. */
class KafkaEventLog implements EventLog {

	private static final Duration POLL = Duration.ofMillis(200);

	private final Supplier<Consumer<byte[], byte[]>> consumers;

	public KafkaEventLog(Map<String, Object> configured) {
		Map<String, Object> settings = new HashMap<>(configured);
		settings.put(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
		settings.put(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
		settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
		settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
		settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 2_000);
		settings.remove(ConsumerConfig.GROUP_ID_CONFIG);
		settings.remove(ConsumerConfig.GROUP_PROTOCOL_CONFIG);
		this.consumers = () -> new KafkaConsumer<>(settings);
	}

	@Override
	public Map<Integer, Long> read(String topic, Map<Integer, Long> from, EventHandler handler) {
		Map<Integer, Long> positions = new HashMap<>(from);
		Map<String, Long> versions = new HashMap<>();
		try (Consumer<byte[], byte[]> consumer = this.consumers.get()) {
			List<TopicPartition> partitions = consumer.partitionsFor(topic)
				.stream()
				.map((info) -> new TopicPartition(topic, info.partition()))
				.toList();
			consumer.assign(partitions);
			seek(consumer, partitions, from);
			Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
			while (behind(consumer, ends)) {
				for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
					if (record.offset() < ends.getOrDefault(partition(record), 0L)) {
						apply(record, versions, handler);
					}
				}
			}
			ends.forEach((partition, end) -> positions.put(partition.partition(), end));
		}
		return positions;
	}

	private static void seek(Consumer<byte[], byte[]> consumer, List<TopicPartition> partitions,
			Map<Integer, Long> from) {
		for (TopicPartition partition : partitions) {
			Long offset = from.get(partition.partition());
			if (offset != null) {
				consumer.seek(partition, offset);
			}
			else {
				consumer.seekToBeginning(List.of(partition));
			}
		}
	}

	private static boolean behind(Consumer<byte[], byte[]> consumer, Map<TopicPartition, Long> ends) {
		return ends.entrySet().stream().anyMatch((end) -> consumer.position(end.getKey()) < end.getValue());
	}

	private static void apply(ConsumerRecord<byte @Nullable [], byte @Nullable []> record, Map<String, Long> versions,
			EventHandler handler) {
		Decoded decoded;
		try {
			decoded = CloudEventRecords.decode(record);
		}
		catch (UnreadableEvent ex) {
			return;
		}
		Long known = versions.get(decoded.subject());
		if (known == null || known < decoded.version()) {
			versions.put(decoded.subject(), decoded.version());
			if (decoded.data() != null) {
				handler.handle(ReceivedEvent.of(decoded, decoded.data()));
			}
		}
	}

	private static TopicPartition partition(ConsumerRecord<?, ?> record) {
		return new TopicPartition(record.topic(), record.partition());
	}

}
