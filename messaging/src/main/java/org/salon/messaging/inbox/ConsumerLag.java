package org.salon.messaging.inbox;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

import org.salon.messaging.MessagingMetrics;

/**
 * How many records the group has still to handle, asked of the broker and not of the
 * consumer, so that it is right when the consumer is dead. Not a number while the broker
 * is away.
 */
class ConsumerLag implements AutoCloseable {

	private static final int TIMEOUT_SECONDS = 3;

	private final Admin admin;

	private final String group;

	private final Set<String> topics;

	private final Map<String, Double> lags = new ConcurrentHashMap<>();

	ConsumerLag(Map<String, Object> settings, String group, Set<String> topics, MessagingMetrics metrics) {
		this.admin = Admin.create(settings);
		this.group = group;
		this.topics = topics;
		topics.forEach((topic) -> metrics.lag(topic, () -> of(topic)));
	}

	/** The number of records, as it was when last sampled. */
	double of(String topic) {
		return this.lags.getOrDefault(topic, Double.NaN);
	}

	/** Asks the broker. */
	void sample() {
		for (String topic : this.topics) {
			this.lags.put(topic, ask(topic));
		}
	}

	private double ask(String topic) {
		try {
			Map<String, TopicDescription> described = get(this.admin.describeTopics(Set.of(topic)).allTopicNames());
			Set<TopicPartition> partitions = described.values()
				.stream()
				.flatMap((description) -> description.partitions().stream())
				.map((info) -> new TopicPartition(topic, info.partition()))
				.collect(Collectors.toSet());
			Map<TopicPartition, ListOffsetsResultInfo> ends = get(this.admin
				.listOffsets(partitions.stream()
					.collect(Collectors.toMap(Function.identity(), (partition) -> OffsetSpec.latest())))
				.all());
			Map<TopicPartition, ListOffsetsResultInfo> starts = get(this.admin
				.listOffsets(partitions.stream()
					.collect(Collectors.toMap(Function.identity(), (partition) -> OffsetSpec.earliest())))
				.all());
			Map<TopicPartition, @Nullable OffsetAndMetadata> committed = get(
					this.admin.listConsumerGroupOffsets(this.group).partitionsToOffsetAndMetadata());
			return partitions.stream()
				.mapToLong((partition) -> remaining(partition, starts, ends, committed.get(partition)))
				.sum();
		}
		catch (ExecutionException | TimeoutException ex) {
			return Double.NaN;
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return Double.NaN;
		}
	}

	private static long remaining(TopicPartition partition, Map<TopicPartition, ListOffsetsResultInfo> starts,
			Map<TopicPartition, ListOffsetsResultInfo> ends, @Nullable OffsetAndMetadata committed) {
		ListOffsetsResultInfo start = starts.get(partition);
		ListOffsetsResultInfo end = ends.get(partition);
		if (start == null || end == null) {
			return 0;
		}
		long from = (committed != null) ? Math.max(committed.offset(), start.offset()) : start.offset();
		return Math.max(0, end.offset() - from);
	}

	private static <T> T get(org.apache.kafka.common.KafkaFuture<T> future)
			throws ExecutionException, InterruptedException, TimeoutException {
		return future.get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
	}

	@Override
	public void close() {
		this.admin.close(java.time.Duration.ZERO);
	}

}
