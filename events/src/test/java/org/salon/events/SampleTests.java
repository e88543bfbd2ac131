package org.salon.events;

import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;

import com.networknt.schema.Error;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;

/** The producer writes the golden samples, and the consumer reads them. */
class SampleTests {

	@ParameterizedTest
	@EnumSource
	void followsItsSchema(EventType type) {
		assertThat(Contract.errors(type, Contract.sampleData(type))).isEmpty();
	}

	@ParameterizedTest
	@EnumSource
	void isWhatTheProducerWrites(EventType type) {
		JsonNode written = Contract.JSON.readTree(EventJson.write(SampleEvents.of(type)));
		assertThat(written).isEqualTo(Contract.sampleData(type));
	}

	@ParameterizedTest
	@EnumSource
	void isReadWithoutLoss(EventType type) {
		DomainEvent event = EventJson.read(type, Contract.bytes(Contract.sampleData(type)));
		assertThat(event).isEqualTo(SampleEvents.of(type));
		assertThat(Contract.JSON.readTree(EventJson.write(event))).isEqualTo(Contract.sampleData(type));
	}

	@ParameterizedTest
	@EnumSource
	void hasTheHeadersOfItsEvent(EventType type) {
		JsonNode envelope = Contract.presentSamples().get(type.wireName() + "-1.json");
		JsonNode headers = envelope.get("headers");
		DomainEvent event = SampleEvents.of(type);
		assertThat(event.type()).isEqualTo(type);
		assertThat(envelope.get("key").asString()).isEqualTo(event.key());
		assertThat(headers.get("ce_type").asString()).isEqualTo(type.wireName());
		assertThat(headers.get("ce_subject").asString()).isEqualTo(event.subject());
		assertThat(headers.get("ce_specversion").asString()).isEqualTo("1.0");
		assertThat(headers.get("content-type").asString()).isEqualTo("application/json");
		assertThat(headers.get("ce_source").asString()).startsWith("/");
		assertThat(UUID.fromString(headers.get("ce_id").asString())).isNotNull();
		assertThat(Instant.parse(headers.get("ce_time").asString())).isNotNull();
		assertThat(Long.parseLong(headers.get("ce_aggregateversion").asString())).isPositive();
	}

	@Test
	void releasedSamplesStayAsTheyAre() {
		assertThat(Contract.presentSamples()).containsAllEntriesOf(Contract.releasedSamples());
	}

	@Test
	void everySampleIsOfAKnownEvent() {
		assertThat(Contract.presentSamples().keySet())
			.containsExactlyInAnyOrderElementsOf(Arrays.stream(EventType.values())
				.map((type) -> Contract.sample(type).getFileName().toString())
				.toList());
	}

	@ParameterizedTest
	@EnumSource
	void lacksNothingThatItsSchemaRequires(EventType type) {
		ObjectNode data = (ObjectNode) Contract.sampleData(type);
		for (String field : data.propertyNames().toArray(String[]::new)) {
			ObjectNode without = data.deepCopy();
			without.remove(field);
			assertThat(Contract.errors(type, without)).extracting(Error::getKeyword).contains("required");
		}
	}

}
