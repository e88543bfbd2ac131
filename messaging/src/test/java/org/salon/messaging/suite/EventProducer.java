package org.salon.messaging.suite;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

import org.salon.events.DomainEvent;
import org.salon.events.EventJson;

/** Puts records on the real broker as another service, or nobody sane, would. */
public final class EventProducer implements AutoCloseable {

	private final KafkaProducer<byte[], byte[]> producer;

	public EventProducer(String bootstrapServers) {
		this.producer = new KafkaProducer<>(Map.of("bootstrap.servers", bootstrapServers, "acks", "all"),
				new ByteArraySerializer(), new ByteArraySerializer());
	}

	/** Sends an event under a new id and waits for the broker. */
	public void send(DomainEvent event, long version) {
		send(record(UUID.randomUUID(), event, version));
	}

	public void send(ProducerRecord<byte[], byte[]> record) {
		try {
			this.producer.send(record).get();
		}
		catch (Exception ex) {
			throw new IllegalStateException(ex);
		}
	}

	/** The record of an event, for a test to spoil. */
	public static ProducerRecord<byte[], byte[]> record(UUID id, DomainEvent event, long version) {
		ProducerRecord<byte[], byte[]> record = new ProducerRecord<>(event.type().topic(), bytes(event.key()),
				EventJson.write(event));
		header(record, "ce_specversion", "1.0");
		header(record, "ce_id", id.toString());
		header(record, "ce_type", event.type().wireName());
		header(record, "ce_source", "/tests");
		header(record, "ce_subject", event.subject());
		header(record, "ce_time", Instant.parse("2026-06-01T08:00:00Z").toString());
		header(record, "ce_aggregateversion", Long.toString(version));
		header(record, "content-type", "application/json");
		return record;
	}

	/** The same record with one header replaced. */
	public static ProducerRecord<byte[], byte[]> with(ProducerRecord<byte[], byte[]> record, String name,
			String value) {
		record.headers().remove(name);
		header(record, name, value);
		return record;
	}

	/** The same record with another key and value. */
	public static ProducerRecord<byte[], byte[]> with(ProducerRecord<byte[], byte[]> record, byte[] key, byte[] value) {
		return new ProducerRecord<>(record.topic(), null, key, value, record.headers());
	}

	public static byte[] bytes(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

	private static void header(ProducerRecord<byte[], byte[]> record, String name, String value) {
		record.headers().add(name, bytes(value));
	}

	@Override
	public void close() {
		this.producer.close();
	}

}
