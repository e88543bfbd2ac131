package org.salon.messaging.inbox;

import java.util.List;
import java.util.UUID;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.kafka.autoconfigure.KafkaConnectionDetails;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.jdbc.core.JdbcTemplate;

import org.salon.events.DomainEvent;
import org.salon.events.member.MemberErased;
import org.salon.events.registration.MemberRegistered;
import org.salon.events.salon.SalonAnnounced;
import org.salon.messaging.MessagingTestApplication;
import org.salon.messaging.MessagingTestApplication.Handled;
import org.salon.messaging.Samples;
import org.salon.messaging.deadletter.DeadLetters;
import org.salon.messaging.suite.EventProducer;
import org.salon.messaging.suite.ListenerSuite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.salon.messaging.suite.EventProducer.bytes;

@SpringBootTest(classes = MessagingTestApplication.class)
class InboxIT extends ListenerSuite {

	@Autowired
	private Handled handled;

	@Autowired
	private JdbcTemplate jdbc;

	@Autowired
	private KafkaConnectionDetails kafka;

	@Autowired
	private DeadLetters deadLetters;

	@Override
	protected DomainEvent newAggregate() {
		return Samples.salon("first");
	}

	@Override
	protected DomainEvent next(DomainEvent event) {
		return Samples.salon(((SalonAnnounced) event).salon().number(), UUID.randomUUID().toString());
	}

	@Override
	protected int effects(DomainEvent event) {
		return (int) this.handled.events.stream().filter((received) -> received.data().equals(event)).count();
	}

	@Test
	void redrivesAParkedKeyInOrderOnceItsFaultIsMended() {
		SalonAnnounced first = Samples.salon("first");
		this.handled.faults.put(first.subject(), new IllegalStateException("a bug"));
		try (EventProducer producer = producer()) {
			producer.send(first, 1);
			producer.send(next(first), 2);
			producer.send(next(first), 3);
			awaitDeadLetters(first, 3);
			long last = this.jdbc.queryForObject("select max(id) from messaging.dead_letter where record_key = ?",
					Long.class, bytes(first.key()));
			assertThat(this.deadLetters.redrive(last)).get()
				.satisfies((outcome) -> assertThat(outcome.handled()).isZero())
				.satisfies((outcome) -> assertThat(outcome.fault()).contains("IllegalStateException")
					.doesNotContain("a bug"));
			this.handled.faults.remove(first.subject());
			assertThat(this.deadLetters.redrive(last)).get().isEqualTo(new DeadLetters.Outcome(3, null));
			assertThat(this.handled.versions(first.subject())).containsExactly(1L, 2L, 3L);
			producer.send(next(first), 4);
			Awaitility.await("the key flows again")
				.untilAsserted(
						() -> assertThat(this.handled.versions(first.subject())).containsExactly(1L, 2L, 3L, 4L));
		}
	}

	@Test
	void keepsALetterThatStillCannotBeHandledWhenItIsRedriven() {
		SalonAnnounced event = Samples.salon("first");
		UUID id = UUID.randomUUID();
		try (EventProducer producer = producer()) {
			producer.send(EventProducer.record(id, event, 1));
			producer.send(EventProducer.record(id, next(event), 2));
		}
		awaitDeadLetters(event, 1);
		long letter = this.jdbc.queryForObject("select id from messaging.dead_letter where record_key = ?", Long.class,
				bytes(event.key()));
		assertThat(this.deadLetters.redrive(letter)).get()
			.satisfies((outcome) -> assertThat(outcome.handled()).isZero())
			.satisfies((outcome) -> assertThat(outcome.fault()).contains("ce_id"));
		assertThat(open(event)).isEqualTo(1);
	}

	@Test
	void goesOnWithOtherKeysOfABatchInWhichOneFails() {
		SalonAnnounced bad = Samples.salon("bad");
		this.handled.faults.put(bad.subject(), new IllegalStateException("a bug"));
		List<SalonAnnounced> good = java.util.stream.Stream.generate(() -> Samples.salon("good")).limit(20).toList();
		try (EventProducer producer = producer()) {
			good.subList(0, 10).forEach((event) -> producer.send(event, 1));
			producer.send(bad, 1);
			good.subList(10, 20).forEach((event) -> producer.send(event, 1));
		}
		awaitDeadLetters(bad, 1);
		Awaitility.await("all the others")
			.untilAsserted(() -> assertThat(good).allSatisfy((event) -> assertThat(effects(event)).isEqualTo(1)));
	}

	@Test
	void waitsWithoutLimitWhileTheDatabaseIsAway() {
		SalonAnnounced event = Samples.salon("patient");
		this.handled.faults.put(event.subject(), new CannotAcquireLockException("away"));
		int attempts = 3;
		try (EventProducer producer = producer()) {
			producer.send(event, 1);
			Awaitility.await("more attempts than a fault of the event would get")
				.untilAsserted(() -> assertThat(this.handled.refused(event.subject())).isGreaterThan(attempts));
		}
		this.handled.faults.remove(event.subject());
		Awaitility.await("applied when it is back").untilAsserted(() -> assertThat(effects(event)).isEqualTo(1));
		assertThat(open(event)).isZero();
	}

	@Test
	void erasesTheDeadLettersOfAMemberWithoutWaitingBehindThem() {
		UUID member = UUID.randomUUID();
		MemberRegistered registered = Samples.registration(UUID.randomUUID(), member);
		this.handled.faults.put(registered.subject(), new IllegalStateException("a bug"));
		try (EventProducer producer = producer()) {
			producer.send(registered, 1);
			awaitDeadLetters(registered, 1);
			producer.send(new MemberErased(member), 1);
		}
		Awaitility.await("erased")
			.untilAsserted(() -> assertThat(this.handled.versions("member/" + member)).hasSize(1));
		assertThat(this.jdbc.queryForObject("select count(*) from messaging.dead_letter where record_key = ?",
				Long.class, bytes(registered.key())))
			.isZero();
	}

	private void awaitDeadLetters(DomainEvent event, long count) {
		Awaitility.await(count + " dead letters").untilAsserted(() -> assertThat(open(event)).isEqualTo(count));
	}

	private long open(DomainEvent event) {
		return this.jdbc.queryForObject(
				"select count(*) from messaging.dead_letter where record_key = ? and state in ('PARKED', 'WAITING')",
				Long.class, bytes(event.key()));
	}

	private EventProducer producer() {
		return new EventProducer(String.join(",", this.kafka.getBootstrapServers()));
	}

}
