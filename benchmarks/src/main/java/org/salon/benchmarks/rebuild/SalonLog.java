package org.salon.benchmarks.rebuild;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

import org.salon.events.EventJson;
import org.salon.events.Topics;
import org.salon.events.salon.Link;
import org.salon.events.salon.LinkKind;
import org.salon.events.salon.ReplayPublished;
import org.salon.events.salon.SalonArchived;
import org.salon.events.salon.SalonEvent;
import org.salon.events.salon.SalonState;
import org.salon.events.salon.SalonStatus;
import org.salon.events.salon.Speaker;
import org.salon.events.salon.TopicGroup;
import org.salon.messaging.envelope.CloudEventRecords;
import org.salon.messaging.envelope.OutgoingEvent;

/** The log of salons, filled as years of a club's work would have filled it. */
final class SalonLog implements AutoCloseable {

	private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

	private static final LocalDate FIRST = LocalDate.of(1900, 1, 7);

	private static final String INTRODUCTION = "各个节点上的数据分布不同，模型该如何一起训练？We read a paper together and talk about it. "
		.repeat(8);

	private static final Duration PATIENCE = Duration.ofMinutes(10);

	private final String servers;

	private final Admin admin;

	SalonLog(String servers) {
		this.servers = servers;
		this.admin = Admin.create(Map.<String, Object>of("bootstrap.servers", servers));
	}

	/** Appends so many events of each of so many salons, about 1.4 kB each. */
	void fill(int salons, int eventsOfEach) {
		try (KafkaProducer<String, byte[]> producer = new KafkaProducer<>(
				Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, this.servers, ProducerConfig.ACKS_CONFIG, "all"),
				new StringSerializer(), new ByteArraySerializer())) {
			for (int version = 1; version <= eventsOfEach; version++) {
				for (int number = 1; number <= salons; number++) {
					producer.send(CloudEventRecords.encode(row(event(number, version), version)));
				}
			}
		}
	}

	private static OutgoingEvent row(SalonEvent event, long version) {
		return new OutgoingEvent(1, UUID.randomUUID(), Topics.SALONS, event.key(), event.type().wireName(),
				"/registration-service", event.subject(), version, Instant.EPOCH.plusSeconds(version), null,
				EventJson.write(event));
	}

	private static SalonEvent event(int number, int version) {
		return (version == 1) ? new SalonArchived(state(number, version, SalonStatus.ARCHIVED))
				: new ReplayPublished(state(number, version, SalonStatus.HELD), version == 5);
	}

	private static SalonState state(int number, int version, SalonStatus status) {
		LocalDate date = FIRST.plusDays(number % 45_000);
		Instant start = date.atTime(19, 30).atZone(ZONE).toInstant();
		List<Link> links = IntStream.range(0, Math.min(version, 4))
			.mapToObj((link) -> new Link("回放 " + link, "https://video.example.org/" + number + "/" + link,
					LinkKind.REPLAY))
			.toList();
		return new SalonState(number, "联邦学习与数据集 " + number, "Example club", "online", date, start,
				start.plusSeconds(7_200), ZONE, status, List.of(new Speaker("Speaker " + number % 500, "example.org")),
				List.of("Learning from examples " + number % 3_000), List.of("数据集", "模型", "讨论"), INTRODUCTION, null,
				List.of(), false, null, null,
				List.of(new TopicGroup("论文分享", List.of("Topic " + number % 1_000, "数据集 " + number % 700))), links,
				List.of(), 0, null, null, null, null);
	}

	/** Waits until this consumer group has handled all that there is. */
	void awaitHandledBy(String group) throws InterruptedException {
		long deadline = System.nanoTime() + PATIENCE.toNanos();
		while (lag(group) > 0) {
			if (System.nanoTime() > deadline) {
				throw new IllegalStateException(group + " is still behind by " + lag(group));
			}
			Thread.sleep(500);
		}
	}

	private long lag(String group) throws InterruptedException {
		try {
			Map<TopicPartition, OffsetAndMetadata> reached = this.admin.listConsumerGroupOffsets(group)
				.partitionsToOffsetAndMetadata()
				.get();
			return this.admin
				.listOffsets(
						partitions().stream().collect(Collectors.toMap((one) -> one, (one) -> OffsetSpec.latest())))
				.all()
				.get()
				.entrySet()
				.stream()
				.mapToLong((end) -> {
					OffsetAndMetadata offset = reached.get(end.getKey());
					return end.getValue().offset() - ((offset != null) ? offset.offset() : 0);
				})
				.sum();
		}
		catch (ExecutionException ex) {
			throw new IllegalStateException("The broker does not say how far " + group + " is", ex.getCause());
		}
	}

	private List<TopicPartition> partitions() throws ExecutionException, InterruptedException {
		return this.admin.describeTopics(List.of(Topics.SALONS))
			.allTopicNames()
			.get()
			.values()
			.stream()
			.flatMap((topic) -> topic.partitions().stream())
			.map((partition) -> new TopicPartition(Topics.SALONS, partition.partition()))
			.toList();
	}

	/** Records per second of a consumer that does nothing with them. */
	double plainlyRead(int records) throws InterruptedException {
		try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(
				Map.of(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, this.servers), new ByteArrayDeserializer(),
				new ByteArrayDeserializer())) {
			consumer.assign(partitions());
			consumer.seekToBeginning(consumer.assignment());
			long start = System.nanoTime();
			for (int read = 0; read < records;) {
				read += consumer.poll(Duration.ofMillis(200)).count();
			}
			return records / ((System.nanoTime() - start) / 1e9);
		}
		catch (ExecutionException ex) {
			throw new IllegalStateException("The broker does not describe the topic", ex.getCause());
		}
	}

	@Override
	public void close() {
		this.admin.close(Duration.ofSeconds(5));
	}

}
