package org.salon.benchmarks.backbone;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

import org.salon.events.EventJson;
import org.salon.messaging.envelope.CloudEventRecords;
import org.salon.messaging.envelope.OutgoingEvent;
import org.salon.messaging.outbox.VersionedEvent;

/** The same records from a plain producer to a plain consumer, without any database. */
final class PlainKafka implements AutoCloseable {

	private static final String TOPIC = "benchmark.plain";

	private static final int PARTITIONS = 6;

	private static final Duration PATIENCE = Duration.ofSeconds(60);

	private final KafkaProducer<String, byte[]> producer;

	private final KafkaConsumer<byte[], byte[]> consumer;

	PlainKafka(String servers) throws InterruptedException {
		try (Admin admin = Admin.create(Map.<String, Object>of("bootstrap.servers", servers))) {
			admin.createTopics(List.of(new NewTopic(TOPIC, PARTITIONS, (short) 1))).all().get();
		}
		catch (ExecutionException ex) {
			throw new IllegalStateException("The topic cannot be made", ex.getCause());
		}
		this.producer = new KafkaProducer<>(
				Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, servers, ProducerConfig.ACKS_CONFIG, "all"),
				new StringSerializer(), new ByteArraySerializer());
		this.consumer = new KafkaConsumer<>(Map.of(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, servers,
				ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false), new ByteArrayDeserializer(),
				new ByteArrayDeserializer());
		this.consumer.assign(
				IntStream.range(0, PARTITIONS).mapToObj((partition) -> new TopicPartition(TOPIC, partition)).toList());
	}

	/** Records per second until the last has been received. */
	double perSecond(List<List<List<VersionedEvent>>> work) {
		List<ProducerRecord<String, byte[]>> records = records(work);
		this.consumer.seekToEnd(this.consumer.assignment());
		this.consumer.assignment().forEach(this.consumer::position);
		long start = System.nanoTime();
		Thread sending = Thread.ofPlatform().start(() -> records.forEach(this.producer::send));
		int received = 0;
		while (received < records.size()) {
			received += this.consumer.poll(Duration.ofMillis(200)).count();
			if (System.nanoTime() - start > PATIENCE.toNanos()) {
				sending.interrupt();
				throw new IllegalStateException("Plain Kafka lost records: " + received + " of " + records.size());
			}
		}
		return records.size() / ((System.nanoTime() - start) / 1e9);
	}

	private static List<ProducerRecord<String, byte[]>> records(List<List<List<VersionedEvent>>> work) {
		List<ProducerRecord<String, byte[]>> records = new ArrayList<>();
		work.forEach((writer) -> writer.forEach(
				(transaction) -> transaction.forEach((event) -> records.add(CloudEventRecords.encode(row(event))))));
		return records;
	}

	private static OutgoingEvent row(VersionedEvent versioned) {
		return new OutgoingEvent(1, UUID.randomUUID(), TOPIC, versioned.event().key(),
				versioned.event().type().wireName(), "/backbone", versioned.event().subject(), versioned.version(),
				Instant.now(), null, EventJson.write(versioned.event()));
	}

	@Override
	public void close() {
		this.producer.close(Duration.ofSeconds(5));
		this.consumer.close();
	}

}
