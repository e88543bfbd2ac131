package org.salon.archive;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;

import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

import org.salon.events.DomainEvent;
import org.salon.events.EventJson;
import org.salon.events.Topics;

/** Writes events to the broker as the front office does, and things that are none. */
public final class EventWriter implements AutoCloseable {

	private final KafkaProducer<byte[], byte[]> producer;

	public EventWriter(String bootstrapServers) {
		this.producer = new KafkaProducer<>(Map.of("bootstrap.servers", bootstrapServers, "acks", "all"),
				new ByteArraySerializer(), new ByteArraySerializer());
	}

	/** Writes an event and answers its id. */
	public UUID write(DomainEvent event, long version) {
		UUID id = UUID.randomUUID();
		write(id, event, version, Instant.now());
		return id;
	}

	public void write(UUID id, DomainEvent event, long version, Instant time) {
		send(record(event.type().topic(), id, event.type().wireName(), event.subject(), event.key(), version, time,
				EventJson.write(event)));
	}

	/** Writes a record of any type and body about a salon. */
	public void writeRaw(String type, int number, long version, String body) {
		send(record(Topics.SALONS, UUID.randomUUID(), type, "salon/" + number, Integer.toString(number), version,
				Instant.now(), utf8(body)));
	}

	private static ProducerRecord<byte[], byte[]> record(String topic, UUID id, String type, String subject, String key,
			long version, Instant time, byte[] body) {
		ProducerRecord<byte[], byte[]> record = new ProducerRecord<>(topic, utf8(key), body);
		record.headers()
			.add("ce_specversion", utf8("1.0"))
			.add("ce_id", utf8(id.toString()))
			.add("ce_type", utf8(type))
			.add("ce_source", utf8("/registration-service"))
			.add("ce_subject", utf8(subject))
			.add("ce_time", utf8(time.toString()))
			.add("ce_aggregateversion", utf8(Long.toString(version)))
			.add("content-type", utf8("application/json"));
		return record;
	}

	private void send(ProducerRecord<byte[], byte[]> record) {
		try {
			this.producer.send(record).get();
		}
		catch (ExecutionException | InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static byte[] utf8(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

	@Override
	public void close() {
		this.producer.close();
	}

}
