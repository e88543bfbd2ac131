package org.salon.messaging.envelope;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.UUID;

import io.cloudevents.CloudEvent;
import io.cloudevents.core.builder.CloudEventBuilder;
import io.cloudevents.kafka.KafkaMessageFactory;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

import org.salon.events.DomainEvent;
import org.salon.events.EventJson;
import org.salon.events.EventType;
import org.salon.events.UnreadableEvent;

/**
 * Events as Kafka records, by the CloudEvents 1.0 Kafka protocol binding in binary mode.
 * Only its headers are looked at; type hints of other frameworks are never followed.
 */
public final class CloudEventRecords {

	private static final String VERSION = "aggregateversion";

	private static final String TRACEPARENT = "traceparent";

	private CloudEventRecords() {
	}

	public static ProducerRecord<String, byte[]> encode(OutgoingEvent row) {
		CloudEvent event = CloudEventBuilder.v1()
			.withId(row.eventId().toString())
			.withType(row.type())
			.withSource(URI.create(row.source()))
			.withSubject(row.subject())
			.withTime(row.time().atOffset(ZoneOffset.UTC))
			.withDataContentType("application/json")
			.withExtension(VERSION, Long.toString(row.version()))
			.withData(row.data())
			.build();
		ProducerRecord<String, byte[]> record = KafkaMessageFactory.<String>createWriter(row.topic(), row.key())
			.writeBinary(event);
		if (row.traceparent() != null) {
			record.headers().add(TRACEPARENT, row.traceparent().getBytes(StandardCharsets.US_ASCII));
		}
		return record;
	}

	/**
	 * Reads a record.
	 * @throws UnreadableEvent if it is no event, one of a version from the future, or one
	 * that contradicts itself
	 */
	public static Decoded decode(ConsumerRecord<byte @Nullable [], byte @Nullable []> record) {
		CloudEvent event = cloudEvent(record);
		UUID id = uuid(event.getId());
		String subject = required(event.getSubject(), "ce_subject");
		long version = version(event.getExtension(VERSION));
		OffsetDateTime sent = event.getTime();
		Instant time = (sent != null) ? sent.toInstant() : Instant.ofEpochMilli(record.timestamp());
		return new Decoded(id, subject, key(record), version, time, data(event, subject, record),
				header(record, TRACEPARENT));
	}

	private static @Nullable DomainEvent data(CloudEvent event, String subject,
			ConsumerRecord<byte @Nullable [], byte @Nullable []> record) {
		EventType type = EventType.named(event.getType()).orElse(null);
		if (type == null) {
			if (EventType.isUnknownVersion(event.getType())) {
				throw new UnreadableEvent("the event is of a version that this service does not know", null);
			}
			return null;
		}
		byte[] value = record.value();
		if (value == null) {
			throw new UnreadableEvent("the record has no value", null);
		}
		DomainEvent data = EventJson.read(type, value);
		if (!subject.equals(data.subject()) || !key(record).equals(data.key())
				|| !type.topic().equals(record.topic())) {
			throw new UnreadableEvent("key, subject or topic are not those of the event's aggregate", null);
		}
		return data;
	}

	private static CloudEvent cloudEvent(ConsumerRecord<byte @Nullable [], byte @Nullable []> record) {
		if (record.headers().lastHeader("ce_specversion") == null) {
			throw new UnreadableEvent("the record is no CloudEvent in binary mode", null);
		}
		try {
			return KafkaMessageFactory.createReader(record.headers(), record.value()).toEvent();
		}
		catch (RuntimeException ex) {
			// Not the message: it may quote a header, and a header may be anything.
			throw new UnreadableEvent("the headers are not those of a CloudEvent: " + ex.getClass().getSimpleName(),
					ex);
		}
	}

	private static UUID uuid(String id) {
		try {
			return UUID.fromString(id);
		}
		catch (IllegalArgumentException ex) {
			throw new UnreadableEvent("ce_id is no UUID", ex);
		}
	}

	private static long version(@Nullable Object extension) {
		try {
			long version = Long.parseLong(required(Objects.toString(extension, null), "ce_aggregateversion"));
			if (version >= 1) {
				return version;
			}
		}
		catch (NumberFormatException ex) {
			throw new UnreadableEvent("ce_aggregateversion is no number", ex);
		}
		throw new UnreadableEvent("ce_aggregateversion is below 1", null);
	}

	private static String key(ConsumerRecord<byte @Nullable [], byte @Nullable []> record) {
		byte[] key = record.key();
		if (key == null) {
			throw new UnreadableEvent("the record has no key", null);
		}
		return new String(key, StandardCharsets.UTF_8);
	}

	private static String required(@Nullable String value, String name) {
		if (value == null || value.isEmpty()) {
			throw new UnreadableEvent(name + " is missing", null);
		}
		return value;
	}

	private static @Nullable String header(ConsumerRecord<?, ?> record, String name) {
		Header header = record.headers().lastHeader(name);
		return (header == null || header.value() == null) ? null
				: new String(header.value(), StandardCharsets.US_ASCII);
	}

}
