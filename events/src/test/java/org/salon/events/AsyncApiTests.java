package org.salon.events;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/** docs/asyncapi.yaml describes the events of the code, all of them and no other. */
class AsyncApiTests {

	private static final Path FILE = Contract.PROJECT.resolve("docs/asyncapi.yaml");

	private static final JsonNode DOCUMENT = Contract.JSON
		.valueToTree(new Yaml(new SafeConstructor(new LoaderOptions())).<Map<String, Object>>load(Contract.text(FILE)));

	@Test
	void isOfTheVersionThatItClaims() {
		assertThat(DOCUMENT.get("asyncapi").asString()).isEqualTo("3.0.0");
		assertThat(DOCUMENT.at("/info/title").asString()).isNotBlank();
		assertThat(DOCUMENT.at("/info/version").asString()).isNotBlank();
	}

	@Test
	void hasAChannelForEachTopic() {
		assertThat(DOCUMENT.get("channels").valueStream().map((channel) -> channel.get("address").asString()))
			.containsExactlyInAnyOrder(Topics.SALONS, Topics.REGISTRATIONS, Topics.DELIVERIES, Topics.OPERATORS);
	}

	@Test
	void hasTheEventsOfEachTopicOnItsChannel() {
		for (JsonNode channel : DOCUMENT.get("channels")) {
			assertThat(channel.get("messages").valueStream().map(AsyncApiTests::target).map((m) -> m.get("name")))
				.map(JsonNode::asString)
				.containsExactlyInAnyOrderElementsOf(Arrays.stream(EventType.values())
					.filter((type) -> type.topic().equals(channel.get("address").asString()))
					.map(EventType::wireName)
					.toList());
		}
	}

	@Test
	void hasNoMessageThatIsNoEvent() {
		assertThat(DOCUMENT.at("/components/messages").propertyNames()).containsExactlyInAnyOrderElementsOf(
				Arrays.stream(EventType.values()).map((type) -> type.record().getSimpleName()).toList());
	}

	@ParameterizedTest
	@EnumSource
	void describesEachEvent(EventType type) {
		JsonNode message = DOCUMENT.at("/components/messages/" + type.record().getSimpleName());
		assertThat(message.get("name").asString()).isEqualTo(type.wireName());
		assertThat(message.get("summary").asString()).isNotBlank();
		assertThat(message.get("contentType").asString()).isEqualTo("application/json");
		assertThat(message.at("/payload/schemaFormat").asString())
			.isEqualTo("application/schema+json;version=draft-2020-12");
		assertThat(FILE.resolveSibling(message.at("/payload/schema/$ref").asString()).normalize())
			.isEqualTo(Contract.schema(type));
		assertThat(message.get("traits").valueStream().map((trait) -> trait.get("$ref").asString())).containsExactly(
				"#/components/messageTraits/cloudEvent", "#/components/messageTraits/" + switch (type.topic()) {
					case Topics.SALONS -> "keyedBySalon";
					case Topics.OPERATORS -> "keyedByAccount";
					default -> "keyedByMember";
				});
	}

	@ParameterizedTest
	@EnumSource
	void hasTheHeadersOfTheSample(EventType type) {
		JsonNode headers = DOCUMENT.at("/components/messageTraits/cloudEvent/headers");
		JsonNode sample = Contract.presentSamples().get(Contract.sample(type).getFileName().toString()).get("headers");
		Set<String> required = headers.get("required")
			.valueStream()
			.map(JsonNode::asString)
			.collect(Collectors.toCollection(TreeSet::new));
		assertThat(sample.propertyNames()).containsAll(required)
			.isSubsetOf(new TreeSet<>(headers.get("properties").propertyNames()));
		assertThat(Contract.errors(headers, sample)).isEmpty();
	}

	@Test
	void saysWhoPublishesAndWhoHearsWhat() {
		Map<String, String> heard = DOCUMENT.get("operations")
			.propertyStream()
			.collect(Collectors.toMap(Map.Entry::getKey, (operation) -> operation.getValue().get("action").asString()
					+ " " + target(operation.getValue().get("channel")).get("address").asString()));
		assertThat(heard).containsExactlyInAnyOrderEntriesOf(
				Map.ofEntries(Map.entry("registration-service-publishes-salons", "send " + Topics.SALONS),
						Map.entry("registration-service-publishes-registrations", "send " + Topics.REGISTRATIONS),
						Map.entry("registration-service-publishes-operators", "send " + Topics.OPERATORS),
						Map.entry("notification-service-publishes-deliveries", "send " + Topics.DELIVERIES),
						Map.entry("notification-service-hears-salons", "receive " + Topics.SALONS),
						Map.entry("notification-service-hears-registrations", "receive " + Topics.REGISTRATIONS),
						Map.entry("notification-service-hears-operators", "receive " + Topics.OPERATORS),
						Map.entry("archive-service-hears-salons", "receive " + Topics.SALONS),
						Map.entry("archive-service-hears-operators", "receive " + Topics.OPERATORS),
						Map.entry("registration-service-hears-deliveries", "receive " + Topics.DELIVERIES)));
	}

	@Test
	void namesInEachOperationAllMessagesOfItsChannel() {
		for (JsonNode operation : DOCUMENT.get("operations")) {
			String channel = operation.at("/channel/$ref").asString();
			assertThat(operation.get("messages").valueStream().map((message) -> message.get("$ref").asString()))
				.containsExactlyElementsOf(target(operation.get("channel")).get("messages")
					.propertyNames()
					.stream()
					.map((name) -> channel + "/messages/" + name)
					.toList());
		}
	}

	@Test
	void refersToNothingThatIsNotThere() {
		List<String> references = new ArrayList<>();
		collectReferences(DOCUMENT, references);
		assertThat(references).hasSizeGreaterThan(EventType.values().length * 4).allSatisfy((reference) -> {
			if (reference.startsWith("#")) {
				assertThat(DOCUMENT.at(reference.substring(1)).isMissingNode()).as(reference).isFalse();
			}
			else {
				assertThat(Files.exists(FILE.resolveSibling(reference))).as(reference).isTrue();
			}
		});
	}

	private static void collectReferences(JsonNode node, List<String> references) {
		if (node.has("$ref")) {
			references.add(node.get("$ref").asString());
		}
		node.forEach((child) -> collectReferences(child, references));
	}

	private static JsonNode target(JsonNode reference) {
		return DOCUMENT.requiredAt(reference.get("$ref").asString().substring(1));
	}

}
