package org.salon.messaging.suite;

import java.time.Duration;
import java.util.UUID;

import org.apache.kafka.clients.producer.ProducerRecord;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.kafka.autoconfigure.KafkaConnectionDetails;
import org.springframework.jdbc.core.JdbcTemplate;

import org.salon.events.DomainEvent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.salon.messaging.suite.EventProducer.bytes;
import static org.salon.messaging.suite.EventProducer.record;
import static org.salon.messaging.suite.EventProducer.with;

/**
 * What every listener of every service holds to. A service extends this in a test with
 * its own context and says what one of its events does; nothing here looks inside the
 * service. Absence is proved by a marker: what comes after the bad record in the same key
 * or partition has arrived, so the bad one was dealt with.
 */
public abstract class ListenerSuite {

	@Autowired
	private KafkaConnectionDetails kafka;

	@Autowired
	private JdbcTemplate jdbc;

	private EventProducer producer;

	/** An event about an aggregate and key that no other call returns. */
	protected abstract DomainEvent newAggregate();

	/** Another event about the same aggregate, with an effect that can be told apart. */
	protected abstract DomainEvent next(DomainEvent event);

	/**
	 * How often the event took effect, as far as the service can tell; 0 or 1 if it keeps
	 * state.
	 */
	protected abstract int effects(DomainEvent event);

	@BeforeEach
	void connect() {
		// A bound on waiting, not a promise: the machine may be busy with other builds.
		Awaitility.setDefaultTimeout(Duration.ofMinutes(1));
		this.producer = new EventProducer(String.join(",", this.kafka.getBootstrapServers()));
	}

	@AfterEach
	void disconnect() {
		this.producer.close();
	}

	@Test
	void appliesAnEventOnceThoughItIsDeliveredThreeTimes() {
		DomainEvent event = newAggregate();
		ProducerRecord<byte[], byte[]> record = record(UUID.randomUUID(), event, 1);
		for (int i = 0; i < 3; i++) {
			this.producer.send(record);
		}
		DomainEvent marker = next(event);
		this.producer.send(marker, 2);
		awaitVersion(event, 2);
		assertThat(effects(marker)).isEqualTo(1);
		assertThat(deadLetters(event)).isZero();
	}

	@Test
	void dropsAnEventOlderThanTheStateItKnows() {
		DomainEvent event = newAggregate();
		DomainEvent newer = next(event);
		this.producer.send(newer, 5);
		this.producer.send(event, 4);
		awaitMarkerBehind(event);
		assertThat(version(event)).isEqualTo(5);
		assertThat(effects(newer)).isEqualTo(1);
		assertThat(deadLetters(event)).isZero();
	}

	@Test
	void appliesTheStateAfterAGap() {
		DomainEvent event = newAggregate();
		this.producer.send(event, 1);
		DomainEvent later = next(event);
		this.producer.send(later, 7);
		awaitVersion(event, 7);
		assertThat(effects(later)).isEqualTo(1);
	}

	@Test
	void skipsAnUnknownTypeButCountsItsVersion() {
		DomainEvent event = newAggregate();
		this.producer.send(with(record(UUID.randomUUID(), event, 1), "ce_type", "salon.something-new.v1"));
		awaitVersion(event, 1);
		assertThat(deadLetters(event)).isZero();
	}

	@Test
	void parksAnEventOfAVersionFromTheFuture() {
		DomainEvent event = newAggregate();
		String type = event.type().wireName().replaceAll("v1$", "v9");
		this.producer.send(with(record(UUID.randomUUID(), event, 1), "ce_type", type));
		awaitDeadLetters(event, 1);
	}

	@Test
	void parksGarbageAndKeepsWhatFollowsInItsKeyWaiting() {
		DomainEvent event = newAggregate();
		this.producer.send(with(record(UUID.randomUUID(), event, 1), bytes(event.key()), bytes("{\"broken")));
		this.producer.send(next(event), 2);
		awaitDeadLetters(event, 2);
		DomainEvent other = newAggregate();
		this.producer.send(other, 1);
		awaitVersion(other, 1);
		assertThat(version(event)).isZero();
	}

	@Test
	void parksARecordWhoseKeyIsNotThatOfItsAggregate() {
		DomainEvent event = newAggregate();
		DomainEvent other = newAggregate();
		ProducerRecord<byte[], byte[]> record = record(UUID.randomUUID(), event, 1);
		this.producer.send(with(record, bytes(other.key()), record.value()));
		awaitDeadLetters(other, 1);
		assertThat(version(event)).isZero();
	}

	@Test
	void parksAnotherEventUnderAnIdThatItHasSeen() {
		DomainEvent event = newAggregate();
		UUID id = UUID.randomUUID();
		this.producer.send(record(id, event, 1));
		this.producer.send(record(id, next(event), 2));
		awaitDeadLetters(event, 1);
		assertThat(version(event)).isEqualTo(1);
	}

	@Test
	void parksARecordWithoutValueAndOneWithoutKey() {
		DomainEvent event = newAggregate();
		this.producer.send(with(record(UUID.randomUUID(), event, 1), bytes(event.key()), null));
		awaitDeadLetters(event, 1);
		long before = keyless();
		ProducerRecord<byte[], byte[]> record = record(UUID.randomUUID(), newAggregate(), 1);
		this.producer.send(with(record, null, record.value()));
		Awaitility.await("the record without key is parked")
			.untilAsserted(() -> assertThat(keyless()).isGreaterThan(before));
	}

	@Test
	void ignoresHeadersThatWouldSteerAFramework() {
		DomainEvent event = newAggregate();
		ProducerRecord<byte[], byte[]> record = record(UUID.randomUUID(), event, 1);
		with(record, "__TypeId__", "java.lang.ProcessBuilder");
		with(record, "spring_json_header_types", "{\"x\":\"java.net.URL\"}");
		with(record, "kafka_dlt-exception-message", "x");
		with(record, "retry_topic-attempts", "999999999");
		for (int i = 0; i < 2_000; i++) {
			record.headers().add("bomb", bytes("x".repeat(100)));
		}
		this.producer.send(record);
		awaitVersion(event, 1);
		assertThat(effects(event)).isEqualTo(1);
		assertThat(deadLetters(event)).isZero();
	}

	/**
	 * Sends on the key of the first, so that it stands behind it on the same partition.
	 */
	private void awaitMarkerBehind(DomainEvent event) {
		this.producer.send(marker(event));
		Awaitility.await("the marker behind the old event")
			.untilAsserted(() -> assertThat(versionOf("marker/" + event.key())).isEqualTo(1));
	}

	private static ProducerRecord<byte[], byte[]> marker(DomainEvent event) {
		ProducerRecord<byte[], byte[]> record = record(UUID.randomUUID(), event, 1);
		with(record, "ce_subject", "marker/" + event.key());
		return with(record, "ce_type", "salon.marker.v1");
	}

	private void awaitVersion(DomainEvent event, long version) {
		Awaitility.await("version " + version + " of " + event.subject())
			.untilAsserted(() -> assertThat(version(event)).isEqualTo(version));
	}

	private void awaitDeadLetters(DomainEvent event, long count) {
		Awaitility.await(count + " dead letters of " + event.key())
			.untilAsserted(() -> assertThat(deadLetters(event)).isEqualTo(count));
	}

	private long version(DomainEvent event) {
		return versionOf(event.subject());
	}

	private long versionOf(String subject) {
		return this.jdbc.queryForObject(
				"select coalesce(max(version), 0) from messaging.aggregate_version where subject = ?", Long.class,
				subject);
	}

	private long deadLetters(DomainEvent event) {
		return this.jdbc.queryForObject(
				"select count(*) from messaging.dead_letter where record_key = ? and state in ('PARKED', 'WAITING')",
				Long.class, bytes(event.key()));
	}

	private long keyless() {
		return this.jdbc.queryForObject("select count(*) from messaging.dead_letter where record_key is null",
				Long.class);
	}

}
