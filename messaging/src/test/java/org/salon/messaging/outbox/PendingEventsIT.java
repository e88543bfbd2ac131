package org.salon.messaging.outbox;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.apache.kafka.clients.producer.ProducerRecord;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import org.salon.events.DomainEvent;
import org.salon.events.Topics;
import org.salon.events.salon.SalonAnnounced;
import org.salon.messaging.MessagingMetrics;
import org.salon.messaging.MessagingTestApplication;
import org.salon.messaging.Samples;
import org.salon.messaging.envelope.OutgoingEvent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What is pending, and what becomes of it, batch by batch, with no relay at work. */
@SpringBootTest(classes = MessagingTestApplication.class)
class PendingEventsIT {

	private static final Set<Short> ALL = IntStream.range(0, JdbcOutbox.SHARDS)
		.mapToObj((shard) -> (short) shard)
		.collect(Collectors.toSet());

	@Autowired
	private Outbox outbox;

	@Autowired
	private OutboxRows rows;

	@Autowired
	private OutboxRelay background;

	@Autowired
	private ShardLeases leases;

	@Autowired
	private MessagingMetrics metrics;

	@Autowired
	private JdbcTemplate jdbc;

	@Autowired
	private PlatformTransactionManager transactions;

	private final Broker broker = new Broker();

	@BeforeEach
	void publishByHand() {
		this.background.stop();
		this.jdbc.update("delete from messaging.outbox_pending");
		Awaitility.await("all shards are held").until(() -> this.leases.held().equals(ALL));
	}

	@AfterEach
	void publishAsEver() {
		this.jdbc.update("delete from messaging.outbox_pending");
		this.background.start();
	}

	@Test
	void publishesTheEventsOfOneKeyInTheirOrder() {
		SalonAnnounced event = Samples.salon("one");
		SalonAnnounced next = Samples.salon(event.salon().number(), "two");
		append(new VersionedEvent(event, 1), new VersionedEvent(next, 2));
		append(new VersionedEvent(event, 3));
		assertThat(relay(500).publishBatch()).isEqualTo(3);
		assertThat(this.broker.versions()).containsExactly("1", "2", "3");
		assertThat(relay(500).publishBatch()).isZero();
	}

	@Test
	void leavesToEachRelayItsShards() {
		SalonAnnounced event = append(Samples.salon("x"));
		Set<Short> one = Set.of((short) (JdbcOutbox.hash(event.key()) % JdbcOutbox.SHARDS));
		Set<Short> others = ALL.stream().filter((shard) -> !one.contains(shard)).collect(Collectors.toSet());
		assertThat(this.rows.unpublished(one, List.of(), 500)).extracting(OutgoingEvent::key)
			.containsExactly(event.key());
		assertThat(this.rows.unpublished(others, List.of(), 500)).isEmpty();
	}

	@Test
	void goesOnWithOtherKeysThoughABatchOfOneKeyIsRefused() {
		SalonAnnounced refused = Samples.salon("refused");
		append(new VersionedEvent(refused, 1), new VersionedEvent(refused, 2), new VersionedEvent(refused, 3));
		SalonAnnounced other = append(Samples.salon("other"));
		this.broker.refused = refused.key();
		OutboxRelay relay = relay(2);
		assertThatThrownBy(relay::publishBatch).hasRootCauseMessage("refused");
		assertThat(relay.publishBatch()).isEqualTo(1);
		assertThat(this.broker.taken).extracting(ProducerRecord::key).containsExactly(other.key());
		assertThat(this.rows.backlog()).isEqualTo(3);
	}

	@Test
	void publishesAgainUnderTheSameIdIfItCrashesBeforeThatIsNoted() {
		append(Samples.salon("x"));
		OutboxRows crashing = new OutboxRows(this.jdbc) {
			@Override
			void markPublished(List<OutgoingEvent> events) {
				throw new IllegalStateException("crashed");
			}
		};
		assertThatThrownBy(() -> relay(crashing, 500).publishBatch()).hasMessage("crashed");
		assertThat(relay(500).publishBatch()).isEqualTo(1);
		assertThat(this.broker.ids()).hasSize(2).containsOnly(this.broker.ids().getFirst());
	}

	@Test
	void publishesAgainWhatWasPublishedSinceThoughItWasWrittenBefore() {
		append(Samples.salon("published before"));
		relay(500).publishBatch();
		SalonAnnounced late = append(Samples.salon("published since"));
		Instant since = now();
		relay(500).publishBatch();
		assertThat(this.rows.republish(since)).isEqualTo(1);
		this.broker.taken.clear();
		assertThat(relay(500).publishBatch()).isEqualTo(1);
		assertThat(this.broker.taken).extracting(ProducerRecord::key).containsExactly(late.key());
		assertThat(this.rows.republish(since)).as("it was published again, since").isEqualTo(1);
		assertThat(this.rows.republish(since)).as("it is pending already").isZero();
	}

	@Test
	void publishesNothingOfAKeyThatIsForgotten() {
		Instant since = now();
		SalonAnnounced event = append(Samples.salon("forgotten"));
		relay(500).publishBatch();
		append(new VersionedEvent(event, 2));
		inTransaction().executeWithoutResult((status) -> this.outbox.forget(event.key()));
		assertThat(this.rows.backlog()).isZero();
		assertThat(this.rows.republish(since)).isZero();
	}

	@Test
	void forgetsWhatIsJustBeingPublished() {
		Instant since = now();
		SalonAnnounced event = append(Samples.salon("forgotten"));
		this.broker.meanwhile = () -> inTransaction().executeWithoutResult((status) -> this.outbox.forget(event.key()));
		relay(500).publishBatch();
		assertThat(this.rows.backlog()).isZero();
		assertThat(this.rows.republish(since)).isZero();
	}

	@Test
	void publishesNothingAgainThatIsJustBeingForgotten() {
		Instant since = now();
		SalonAnnounced event = append(Samples.salon("forgotten"));
		relay(500).publishBatch();
		CompletableFuture<Integer> again = inTransaction().execute((status) -> {
			this.outbox.forget(event.key());
			CompletableFuture<Integer> result = CompletableFuture.supplyAsync(() -> this.rows.republish(since));
			Awaitility.await("it waits for who forgets").atMost(Duration.ofSeconds(30)).until(this::somebodyWaits);
			return result;
		});
		assertThat(again).succeedsWithin(Duration.ofSeconds(30)).isEqualTo(0);
		assertThat(this.rows.backlog()).isZero();
	}

	@Test
	void waitsForNobodyWhoIsAboutToForgetAKey() {
		SalonAnnounced event = append(Samples.salon("nearly forgotten"));
		SalonAnnounced other = append(Samples.salon("other"));
		inTransaction().executeWithoutResult((status) -> {
			this.outbox.forget(event.key());
			assertThat(CompletableFuture.supplyAsync(() -> relay(500).publishBatch()).orTimeout(30, TimeUnit.SECONDS))
				.succeedsWithin(Duration.ofSeconds(30));
			status.setRollbackOnly();
		});
		assertThat(this.broker.taken).extracting(ProducerRecord::key).containsExactly(event.key(), other.key());
		assertThat(this.rows.unpublished(ALL, List.of(), 500)).as("not known to be published")
			.extracting(OutgoingEvent::key)
			.containsExactly(event.key());
	}

	@Test
	void deletesOfATopicWhatWasPublishedBeforeTheRetentionAndNothingPending() {
		DomainEvent other = append(Samples.registration(UUID.randomUUID(), UUID.randomUUID()));
		SalonAnnounced published = append(Samples.salon("published"));
		relay(500).publishBatch();
		SalonAnnounced pending = append(Samples.salon("pending"));
		this.rows.deleteOlder(Topics.SALONS, Duration.ofHours(1));
		assertThat(kept(published)).as("younger than that").isTrue();
		this.rows.deleteOlder(Topics.SALONS, Duration.ZERO);
		assertThat(kept(published)).isFalse();
		assertThat(kept(pending)).isTrue();
		assertThat(kept(other)).isTrue();
		assertThat(relay(500).publishBatch()).isEqualTo(1);
	}

	@Test
	void tellsHowManyWaitAndForHowLong() {
		assertThat(this.rows.ageInSeconds()).isZero();
		SalonAnnounced old = append(Samples.salon("old"));
		append(Samples.salon("new"));
		this.jdbc.update("update messaging.outbox set created_at = created_at - interval '1 hour' where record_key = ?",
				old.key());
		assertThat(this.rows.backlog()).isEqualTo(2);
		assertThat(this.rows.ageInSeconds()).isBetween(3600.0, 4200.0);
		relay(1).publishBatch();
		assertThat(this.rows.backlog()).isEqualTo(1);
		assertThat(this.rows.ageInSeconds()).isBetween(0.0, 600.0);
	}

	private <E extends DomainEvent> E append(E event) {
		append(new VersionedEvent(event, 1));
		return event;
	}

	private void append(VersionedEvent... events) {
		inTransaction().executeWithoutResult((status) -> this.outbox.append(List.of(events)));
	}

	private OutboxRelay relay(int batchSize) {
		return relay(this.rows, batchSize);
	}

	private OutboxRelay relay(OutboxRows rows, int batchSize) {
		return new OutboxRelay(rows, this.leases, this.broker, this.metrics, Duration.ofDays(1), Duration.ZERO,
				batchSize);
	}

	private boolean kept(DomainEvent event) {
		return Boolean.TRUE.equals(this.jdbc.queryForObject(
				"select exists (select from messaging.outbox where subject = ?)", Boolean.class, event.subject()));
	}

	private boolean somebodyWaits() {
		return Boolean.TRUE.equals(this.jdbc.queryForObject("""
				select exists (select from pg_stat_activity
				               where datname = current_database() and wait_event_type = 'Lock')""", Boolean.class));
	}

	private Instant now() {
		return this.jdbc.queryForObject("select clock_timestamp()", java.sql.Timestamp.class).toInstant();
	}

	private TransactionTemplate inTransaction() {
		return new TransactionTemplate(this.transactions);
	}

	/** Takes all records but those of one key. */
	private static final class Broker implements OutboxRelay.Sender {

		private final Queue<ProducerRecord<String, byte[]>> taken = new ConcurrentLinkedQueue<>();

		private String refused = "";

		private Runnable meanwhile = () -> {
		};

		@Override
		public CompletableFuture<?> send(ProducerRecord<String, byte[]> record) {
			if (record.key().equals(this.refused)) {
				return CompletableFuture.failedFuture(new IllegalArgumentException("refused"));
			}
			this.taken.add(record);
			return CompletableFuture.completedFuture(null);
		}

		@Override
		public void flush() {
			this.meanwhile.run();
		}

		List<String> ids() {
			return headers("ce_id");
		}

		List<String> versions() {
			return headers("ce_aggregateversion");
		}

		private List<String> headers(String name) {
			return this.taken.stream()
				.map((record) -> new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8))
				.toList();
		}

	}

}
