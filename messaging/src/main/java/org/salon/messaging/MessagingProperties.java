package org.salon.messaging;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of messaging.
 *
 * @param pollInterval how long the relay sleeps if nobody wakes it; the net below the
 * wake at commit
 * @param gather for how long the relay waits for more once it was woken; where nobody
 * waits for the events, many cost little more than one
 * @param batchSize events sent, and records fetched, at a time
 * @param lease for how long a relay owns a shard without renewing
 * @param maxEventBytes the largest event; above it the change is refused
 * @param attempts how often an event is tried that fails for an unknown reason
 * @param backOff the first pause between attempts; doubles
 * @param maxBackOff the longest pause while the database or the broker is away
 * @param concurrency threads that listen
 * @param partitions of a topic that is made here
 * @param replicationFactor of a topic that is made here; -1 for the broker's default
 * @param personalDataRetention how long records with personal data live
 */
@ConfigurationProperties("salon.messaging")
public record MessagingProperties(@DefaultValue("500ms") Duration pollInterval, @DefaultValue("0") Duration gather,
		@DefaultValue("500") int batchSize, @DefaultValue("10s") Duration lease,
		@DefaultValue("900000") int maxEventBytes, @DefaultValue("3") int attempts,
		@DefaultValue("200ms") Duration backOff, @DefaultValue("10s") Duration maxBackOff,
		@DefaultValue("2") int concurrency, @DefaultValue("6") int partitions,
		@DefaultValue("-1") short replicationFactor, @DefaultValue("P30D") Duration personalDataRetention) {
}
