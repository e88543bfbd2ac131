package org.salon.messaging.inbox;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

import org.salon.events.salon.SalonAnnounced;
import org.salon.messaging.MessagingMetrics;
import org.salon.messaging.MessagingTestApplication;
import org.salon.messaging.MessagingTestApplication.Handled;
import org.salon.messaging.Samples;
import org.salon.messaging.deadletter.DeadLetterStore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.salon.messaging.suite.EventProducer.bytes;
import static org.salon.messaging.suite.EventProducer.record;
import static org.salon.messaging.suite.EventProducer.with;

/**
 * What the listener does with records that came in one batch. They are handed to it here,
 * for the broker decides by itself how it cuts batches; and it counts in a registry of
 * its own, which nothing else can move.
 */
@SpringBootTest(classes = MessagingTestApplication.class)
class InboxBatchIT {

	/** One that the broker does not have, so that no record of another test is meant. */
	private static final int PARTITION = 1_000;

	private final SalonAnnounced event = Samples.salon("first");

	private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

	private int offset;

	private InboxListener listener;

	@Autowired
	private Handled handled;

	@Autowired
	private JdbcTemplate jdbc;

	@BeforeEach
	void listen(@Autowired DeadLetterStore deadLetters, @Autowired EventSubscription subscription,
			@Autowired TransactionTemplate transaction) {
		Inbox inbox = new Inbox(new InboxStore(this.jdbc), deadLetters, subscription, new Traces(null, null));
		this.listener = new InboxListener(inbox, transaction, deadLetters, new MessagingMetrics(this.meters), 3,
				Duration.ofMillis(1));
	}

	@Test
	void keepsWhatFollowsAnotherEventUnderAnIdSeenInAnEarlierBatchWaiting() {
		UUID id = UUID.randomUUID();
		receive(record(id, this.event, 1));
		receive(record(id, next(), 2), record(UUID.randomUUID(), next(), 3));
		assertThat(this.handled.versions(this.event.subject())).containsExactly(1L);
		assertThat(deadLetters()).containsExactly("PARKED", "WAITING");
	}

	@Test
	void keepsWhatFollowsAnotherEventUnderAnIdOfTheSameBatchWaiting() {
		UUID id = UUID.randomUUID();
		receive(record(id, this.event, 1), record(id, next(), 2), record(UUID.randomUUID(), next(), 3));
		assertThat(this.handled.versions(this.event.subject())).containsExactly(1L);
		assertThat(deadLetters()).containsExactly("PARKED", "WAITING");
	}

	@Test
	void goesOnWithOtherKeysOfABatchWithAnotherEventUnderASeenId() {
		SalonAnnounced other = Samples.salon("other");
		UUID id = UUID.randomUUID();
		receive(record(id, this.event, 1), record(id, next(), 2), record(UUID.randomUUID(), other, 1));
		assertThat(this.handled.versions(other.subject())).containsExactly(1L);
	}

	@Test
	void countsEveryRecordUnderOneResult() {
		UUID id = UUID.randomUUID();
		receive(record(id, this.event, 2), record(id, this.event, 2), record(UUID.randomUUID(), next(), 1),
				with(record(UUID.randomUUID(), this.event, 3), "ce_type", "no.such.v1"),
				with(record(UUID.randomUUID(), this.event, 3), bytes(this.event.key()), bytes("garbage")),
				record(UUID.randomUUID(), next(), 4));
		assertThat(counts()).isEqualTo(
				Map.of("handled", 1L, "duplicate", 1L, "stale", 1L, "skipped", 1L, "dead_lettered", 1L, "waiting", 1L));
	}

	@Test
	void tellsTheAgeOfWhatItHandledAndOfNothingElse() {
		UUID id = UUID.randomUUID();
		receive(record(id, this.event, 2), record(id, this.event, 2), record(UUID.randomUUID(), next(), 1));
		assertThat(this.meters.get("salon.messaging.event.age").timer().count()).isOne();
	}

	private SalonAnnounced next() {
		return Samples.salon(this.event.salon().number(), UUID.randomUUID().toString());
	}

	@SafeVarargs
	private void receive(ProducerRecord<byte[], byte[]>... records) {
		List<ConsumerRecord<byte[], byte[]>> batch = new ArrayList<>();
		for (ProducerRecord<byte[], byte[]> sent : records) {
			ConsumerRecord<byte[], byte[]> record = new ConsumerRecord<>(sent.topic(), PARTITION, this.offset++,
					sent.key(), sent.value());
			sent.headers().forEach(record.headers()::add);
			batch.add(record);
		}
		this.listener.onMessage(batch);
	}

	private List<String> deadLetters() {
		return this.jdbc.queryForList("select state from messaging.dead_letter where record_key = ? order by id",
				String.class, bytes(this.event.key()));
	}

	private Map<String, Long> counts() {
		return this.meters.find("salon.messaging.events.received")
			.counters()
			.stream()
			.collect(Collectors.toMap((counter) -> counter.getId().getTag("result"),
					(counter) -> (long) counter.count()));
	}

}
