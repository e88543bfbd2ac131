package org.salon.messaging.envelope;

import java.time.Instant;
import java.util.UUID;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;

import org.salon.events.EventJson;
import org.salon.events.UnreadableEvent;
import org.salon.events.salon.SalonAnnounced;
import org.salon.messaging.Samples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.salon.messaging.suite.EventProducer.bytes;

class CloudEventRecordsTests {

	private final SalonAnnounced salon = Samples.salon(44, "Non-IID 数据集");

	private final UUID id = UUID.fromString("2f1c2d3e-4b5a-4c6d-8e7f-9a0b1c2d3e4f");

	@Test
	void writesTheHeadersOfTheBindingAndTheTraceAndNoOthers() {
		ProducerRecord<String, byte[]> record = CloudEventRecords.encode(outgoing());
		assertThat(record.topic()).isEqualTo("salon.salons");
		assertThat(record.key()).isEqualTo("44");
		assertThat(record.headers().toArray()).extracting((header) -> header.key() + "=" + new String(header.value()))
			.containsExactlyInAnyOrder("ce_specversion=1.0", "ce_id=" + this.id, "ce_type=salon.announced.v1",
					"ce_source=/registration-service", "ce_subject=salon/44", "ce_time=2026-06-01T08:00:00Z",
					"ce_aggregateversion=3", "content-type=application/json",
					"traceparent=00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01");
	}

	@Test
	void readsBackWhatItWrote() {
		Decoded decoded = CloudEventRecords.decode(received(CloudEventRecords.encode(outgoing())));
		assertThat(decoded).isEqualTo(new Decoded(this.id, "salon/44", "44", 3, Instant.parse("2026-06-01T08:00:00Z"),
				this.salon, "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"));
	}

	@Test
	void refusesARecordThatIsNoCloudEvent() {
		ConsumerRecord<byte[], byte[]> record = new ConsumerRecord<>("salon.salons", 0, 0, bytes("44"), bytes("{}"));
		assertThatExceptionOfType(UnreadableEvent.class).isThrownBy(() -> CloudEventRecords.decode(record));
	}

	@Test
	void refusesAnEventOnATopicThatIsNotIts() {
		ConsumerRecord<byte[], byte[]> right = received(CloudEventRecords.encode(outgoing()));
		ConsumerRecord<byte[], byte[]> wrong = new ConsumerRecord<>("salon.registrations", 0, 0, right.key(),
				right.value());
		right.headers().forEach(wrong.headers()::add);
		assertThatExceptionOfType(UnreadableEvent.class).isThrownBy(() -> CloudEventRecords.decode(wrong));
	}

	private OutgoingEvent outgoing() {
		return new OutgoingEvent(1, this.id, "salon.salons", "44", "salon.announced.v1", "/registration-service",
				"salon/44", 3, Instant.parse("2026-06-01T08:00:00Z"),
				"00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01", EventJson.write(this.salon));
	}

	private static ConsumerRecord<byte[], byte[]> received(ProducerRecord<String, byte[]> sent) {
		ConsumerRecord<byte[], byte[]> record = new ConsumerRecord<>(sent.topic(), 0, 0, bytes(sent.key()),
				sent.value());
		sent.headers().forEach(record.headers()::add);
		return record;
	}

}
