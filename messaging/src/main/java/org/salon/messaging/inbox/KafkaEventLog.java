package org.salon.messaging.inbox;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
	public Map<Integer, Long> read(String topic, Map<Integer, Long> from, Reader reader) {
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
				List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
				consumer.poll(POLL).forEach(records::add);
				reader.accept(newer(decode(records, ends), versions));
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

	/**
	 * By all processors at once, for it is most of what reading costs; in their order.
	 */
	private static List<Decoded> decode(List<ConsumerRecord<byte[], byte[]>> records, Map<TopicPartition, Long> ends) {
		return records.parallelStream()
			.filter((record) -> record.offset() < ends.getOrDefault(partition(record), 0L))
			.map(KafkaEventLog::decode)
			.filter(Objects::nonNull)
			.toList();
	}

	private static @Nullable Decoded decode(ConsumerRecord<byte[], byte[]> record) {
		try {
			return CloudEventRecords.decode(record);
		}
		catch (UnreadableEvent ex) {
			return null;
		}
	}

	private static List<ReceivedEvent> newer(List<Decoded> events, Map<String, Long> versions) {
		List<ReceivedEvent> newer = new ArrayList<>(events.size());
		for (Decoded event : events) {
			Long known = versions.get(event.subject());
			if (known == null || known < event.version()) {
				versions.put(event.subject(), event.version());
				if (event.data() != null) {
					newer.add(ReceivedEvent.of(event, event.data()));
				}
			}
		}
		return newer;
	}

	private static TopicPartition partition(ConsumerRecord<?, ?> record) {
		return new TopicPartition(record.topic(), record.partition());
	}

}
