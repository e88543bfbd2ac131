package org.salon.messaging.outbox;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.kafka.core.ProducerFactory;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import org.salon.events.Topics;
import org.salon.events.salon.SalonAnnounced;
import org.salon.messaging.MessagingMetrics;
import org.salon.messaging.MessagingTestApplication;
import org.salon.messaging.MessagingTestApplication.Handled;
import org.salon.messaging.Samples;
import org.salon.events.salon.SalonEvent;
import org.salon.messaging.inbox.EventLog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@SpringBootTest(classes = MessagingTestApplication.class)
class OutboxIT {

	@Autowired
	private Outbox outbox;

	@Autowired
	private OutboxRows rows;

	@Autowired
	private Handled handled;

	@Autowired
	private EventLog log;

	@Autowired
	private JdbcTemplate jdbc;

	@Autowired
	private PlatformTransactionManager transactions;

	@Autowired
	private MessagingMetrics metrics;

	@Autowired
	private ProducerFactory<?, ?> producers;

	@BeforeEach
	void bePatient() {
		Awaitility.setDefaultTimeout(Duration.ofMinutes(1));
	}

	@Test
	void publishesWhatCommitsAndNothingThatRollsBack() {
		SalonAnnounced undone = Samples.salon("undone");
		SalonAnnounced done = Samples.salon(undone.salon().number(), "done");
		inTransaction().executeWithoutResult((status) -> {
			this.outbox.append(undone, 1);
			status.setRollbackOnly();
		});
		inTransaction().executeWithoutResult((status) -> this.outbox.append(done, 1));
		Awaitility.await("the event arrives")
			.untilAsserted(() -> assertThat(this.handled.versions(done.subject())).containsExactly(1L));
		assertThat(this.handled.events).noneMatch((event) -> event.data().equals(undone));
	}

	@Test
	void refusesAnEventOutsideATransaction() {
		assertThatExceptionOfType(IllegalStateException.class)
			.isThrownBy(() -> this.outbox.append(Samples.salon("x"), 1));
	}

	@Test
	void refusesASecondEventForOneVersion() {
		SalonAnnounced event = Samples.salon("x");
		inTransaction().executeWithoutResult((status) -> this.outbox.append(event, 1));
		assertThatExceptionOfType(DuplicateKeyException.class)
			.isThrownBy(() -> inTransaction().executeWithoutResult((status) -> this.outbox.append(event, 1)));
	}

	@Test
	void refusesAnEventThatNoBrokerWouldTakeBeforeItsChangeCommits() {
		SalonAnnounced event = Samples.salon("x".repeat(1_000_000));
		assertThatExceptionOfType(EventTooLarge.class)
			.isThrownBy(() -> inTransaction().executeWithoutResult((status) -> this.outbox.append(event, 1)));
	}

	@Test
	void keepsTheOrderOfEachKeyWithManyWritersAndThreeRelays() throws Exception {
		int keys = 8;
		int perKey = 100;
		List<Integer> numbers = java.util.stream.IntStream.range(0, keys)
			.map((i) -> Samples.salon("x").salon().number())
			.boxed()
			.toList();
		List<OutboxRelay> relays = new ArrayList<>();
		List<ShardLeases> leases = new ArrayList<>();
		for (int i = 0; i < 2; i++) {
			ShardLeases lease = new ShardLeases(this.jdbc, inTransaction(), Duration.ofSeconds(10));
			lease.renew();
			leases.add(lease);
			OutboxRelay relay = new OutboxRelay(this.rows, lease, new KafkaSender(this.producers, 900_000),
					this.metrics, Duration.ofMillis(20), Duration.ZERO, 50);
			relay.start();
			relays.add(relay);
		}
		try (ExecutorService writers = Executors.newFixedThreadPool(8)) {
			for (int number : numbers) {
				writers.submit(() -> {
					for (int version = 1; version <= perKey; version++) {
						SalonAnnounced event = Samples.salon(number, "v" + version);
						int at = version;
						inTransaction().executeWithoutResult((status) -> this.outbox.append(event, at));
						if (at % 25 == 0) {
							leases.forEach(ShardLeases::renew);
						}
					}
				});
			}
		}
		Awaitility.await("all are handled")
			.untilAsserted(() -> assertThat(numbers)
				.allSatisfy((number) -> assertThat(this.handled.versions("salon/" + number)).hasSize(perKey)));
		relays.forEach(OutboxRelay::stop);
		leases.forEach(ShardLeases::release);
		assertThat(inLog(numbers)).allSatisfy((subject, versions) -> assertThat(versions).isSorted());
	}

	@Test
	void publishesAgainUnderTheSameIdsWhatABrokerLost() {
		Instant before = Clock.systemUTC().instant().minusSeconds(5);
		SalonAnnounced event = Samples.salon("again");
		inTransaction().executeWithoutResult((status) -> this.outbox.append(event, 1));
		Awaitility.await("published")
			.untilAsserted(() -> assertThat(this.handled.versions(event.subject())).hasSize(1));
		Awaitility.await("marked").untilAsserted(() -> assertThat(this.rows.backlog()).isZero());
		assertThat(this.rows.republish(before)).isPositive();
		Awaitility.await("published again").untilAsserted(() -> assertThat(this.rows.backlog()).isZero());
		SalonAnnounced marker = Samples.salon(event.salon().number(), "marker");
		inTransaction().executeWithoutResult((status) -> this.outbox.append(marker, 2));
		Awaitility.await("the marker")
			.untilAsserted(() -> assertThat(this.handled.versions(event.subject())).containsExactly(1L, 2L));
	}

	@Test
	void forgetsAllOfAKeyWithTheTransactionThatErases() {
		SalonAnnounced event = Samples.salon("forgotten");
		inTransaction().executeWithoutResult((status) -> {
			this.outbox.append(event, 1);
			this.outbox.forget(event.key());
		});
		assertThat(this.jdbc.queryForObject("select count(*) from messaging.outbox where record_key = ?", Long.class,
				event.key()))
			.isZero();
	}

	private Map<String, List<Long>> inLog(List<Integer> numbers) {
		Map<String, List<Long>> versions = new HashMap<>();
		this.log.read(Topics.SALONS, Map.of(),
				(events) -> events.stream()
					.filter((event) -> numbers.contains(((SalonEvent) event.data()).salon().number()))
					.forEach((event) -> versions.computeIfAbsent(event.subject(), (subject) -> new ArrayList<>())
						.add(event.version())));
		return versions;
	}

	private TransactionTemplate inTransaction() {
		return new TransactionTemplate(this.transactions);
	}

}
