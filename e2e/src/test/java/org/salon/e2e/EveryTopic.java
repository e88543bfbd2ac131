package org.salon.e2e;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.ListTopicsOptions;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * Every topic of a broker, its own included, from the oldest record that it still has.
 */
final class EveryTopic implements AutoCloseable {

	private static final List<String> LIFE = List.of("retention.ms", "segment.ms");

	private final Admin admin;

	private final KafkaConsumer<byte[], byte[]> consumer;

	EveryTopic(RunningSystem system) {
		Map<String, Object> broker = Map.of("bootstrap.servers", system.kafka());
		Map<String, Object> reading = Map.of("bootstrap.servers", system.kafka(), "auto.offset.reset", "earliest");
		this.admin = Admin.create(broker);
		this.consumer = new KafkaConsumer<>(reading, new ByteArrayDeserializer(), new ByteArrayDeserializer());
	}

	/** The topics with a record that holds any of it, in key, headers or value. */
	Set<String> holding(Traces traces) throws ExecutionException, InterruptedException {
		Set<String> found = new TreeSet<>();
		List<TopicPartition> partitions = partitions();
		this.consumer.assign(partitions);
		this.consumer.seekToBeginning(partitions);
		Map<TopicPartition, Long> ends = this.consumer.endOffsets(partitions);
		while (partitions.stream().anyMatch((one) -> this.consumer.position(one) < ends.get(one))) {
			this.consumer.poll(Duration.ofMillis(200)).forEach((record) -> {
				if (traces.in(text(record))) {
					found.add(record.topic());
				}
			});
		}
		return found;
	}

	/** What the broker has been told of how long it keeps these. */
	Map<String, Map<String, String>> life(Collection<String> topics) throws ExecutionException, InterruptedException {
		Map<String, Map<String, String>> life = new HashMap<>();
		for (Map.Entry<ConfigResource, Config> topic : this.admin
			.describeConfigs(topics.stream().map(EveryTopic::resource).toList())
			.all()
			.get()
			.entrySet()) {
			LIFE.forEach((name) -> life.computeIfAbsent(topic.getKey().name(), (key) -> new HashMap<>())
				.put(name, topic.getValue().get(name).value()));
		}
		return life;
	}

	void setLife(Map<String, Map<String, String>> life) throws ExecutionException, InterruptedException {
		Map<ConfigResource, Collection<AlterConfigOp>> changes = new HashMap<>();
		life.forEach((topic, settings) -> changes.put(resource(topic),
				settings.entrySet()
					.stream()
					.map((setting) -> new AlterConfigOp(new ConfigEntry(setting.getKey(), setting.getValue()),
							AlterConfigOp.OpType.SET))
					.toList()));
		this.admin.incrementalAlterConfigs(changes).all().get();
	}

	private List<TopicPartition> partitions() throws ExecutionException, InterruptedException {
		Set<String> topics = this.admin.listTopics(new ListTopicsOptions().listInternal(true)).names().get();
		return this.admin.describeTopics(topics)
			.allTopicNames()
			.get()
			.values()
			.stream()
			.flatMap((topic) -> topic.partitions()
				.stream()
				.map((partition) -> new TopicPartition(topic.name(), partition.partition())))
			.toList();
	}

	private static String text(ConsumerRecord<byte[], byte[]> record) {
		StringBuilder text = new StringBuilder(text(record.key())).append('\n').append(text(record.value()));
		record.headers()
			.forEach((header) -> text.append('\n').append(header.key()).append('=').append(text(header.value())));
		return text.toString();
	}

	private static String text(byte[] bytes) {
		return (bytes != null) ? new String(bytes, StandardCharsets.UTF_8) : "";
	}

	private static ConfigResource resource(String topic) {
		return new ConfigResource(ConfigResource.Type.TOPIC, topic);
	}

	@Override
	public void close() {
		this.consumer.close();
		this.admin.close();
	}

}
