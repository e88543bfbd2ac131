package org.salon.messaging;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;

import org.salon.events.Topics;

/** The topics as they are made where they are missing. */
public final class SalonTopics {

	private static final String FOR_EVER = "-1";

	private SalonTopics() {
	}

	public static List<NewTopic> all(int partitions, short replicationFactor, Duration personalDataRetention,
			int maxEventBytes) {
		String size = Integer.toString(maxEventBytes + 100_000);
		// A record leaves with its segment, so segments are much shorter than the
		// retention.
		String retention = Long.toString(personalDataRetention.toMillis());
		String segment = Long.toString(Math.max(personalDataRetention.toMillis() / 30, 1_000));
		Map<String, String> kept = Map.of(TopicConfig.RETENTION_MS_CONFIG, FOR_EVER, TopicConfig.RETENTION_BYTES_CONFIG,
				FOR_EVER, TopicConfig.MAX_MESSAGE_BYTES_CONFIG, size);
		Map<String, String> passing = Map.of(TopicConfig.RETENTION_MS_CONFIG, retention, TopicConfig.SEGMENT_MS_CONFIG,
				segment, TopicConfig.MAX_MESSAGE_BYTES_CONFIG, size);
		return List.of(new NewTopic(Topics.SALONS, partitions, replicationFactor).configs(kept),
				new NewTopic(Topics.REGISTRATIONS, partitions, replicationFactor).configs(passing),
				new NewTopic(Topics.DELIVERIES, partitions, replicationFactor).configs(passing),
				new NewTopic(Topics.OPERATORS, partitions, replicationFactor).configs(kept));
	}

}
