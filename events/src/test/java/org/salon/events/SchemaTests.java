package org.salon.events;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

import org.salon.events.delivery.DeliveryKind;
import org.salon.events.delivery.DeliveryOutcome;
import org.salon.events.delivery.DeliveryState;
import org.salon.events.invitation.InvitationAnswer;
import org.salon.events.member.MemberState;
import org.salon.events.member.Preferences;
import org.salon.events.operator.OperatorRole;
import org.salon.events.registration.RegistrationState;
import org.salon.events.registration.RegistrationStatus;
import org.salon.events.salon.DeadLink;
import org.salon.events.salon.DeadLinkReason;
import org.salon.events.salon.Link;
import org.salon.events.salon.LinkKind;
import org.salon.events.salon.SalonState;
import org.salon.events.salon.SalonStatus;
import org.salon.events.salon.Speaker;
import org.salon.events.salon.TopicGroup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/** The schemas say what the records are. */
class SchemaTests {

	private static final String DRAFT = "https://json-schema.org/draft/2020-12/schema";

	@ParameterizedTest
	@EnumSource
	void isThereForEachEvent(EventType type) {
		JsonNode schema = Contract.presentSchemas().get(type.wireName() + ".json");
		assertThat(schema.get("title").asString()).isEqualTo(type.record().getSimpleName());
	}

	@Test
	void isOfTheDraftThatTheyClaim() {
		assertThat(Contract.presentSchemas().values()).allSatisfy((schema) -> {
			assertThat(schema.get("$schema").asString()).isEqualTo(DRAFT);
			assertThat(schema.get("description").asString()).isNotBlank();
		});
	}

	@Test
	void isThereForNothingElse() {
		Stream<String> shared = Stream.of("salon-state", "registration-state", "member-state", "delivery-state",
				"amendment");
		Stream<String> events = Arrays.stream(EventType.values()).map(EventType::wireName);
		assertThat(Contract.presentSchemas().keySet())
			.containsExactlyInAnyOrderElementsOf(Stream.concat(shared, events).map((name) -> name + ".json").toList());
	}

	@ParameterizedTest
	@MethodSource("records")
	void hasTheFieldsOfTheRecord(Class<?> record, String file, String pointer) {
		JsonNode schema = Contract.presentSchemas().get(file).at(pointer);
		List<RecordComponent> components = List.of(record.getRecordComponents());
		assertThat(schema.get("properties").propertyNames())
			.containsExactlyElementsOf(components.stream().map(RecordComponent::getName).toList());
		assertThat(schema.get("required").valueStream().map(JsonNode::asString))
			.containsExactlyElementsOf(components.stream()
				.filter((component) -> !component.getAnnotatedType().isAnnotationPresent(Nullable.class))
				.map(RecordComponent::getName)
				.toList());
		assertThat(schema.get("additionalProperties").asBoolean()).as("contracts evolve").isTrue();
		assertThat(schema.get("properties"))
			.allSatisfy((property) -> assertThat(property.has("$ref") || property.hasNonNull("description")).isTrue());
	}

	@ParameterizedTest
	@MethodSource("closedEnums")
	void listsTheValuesOfAClosedEnum(Class<? extends Enum<?>> type, String file, String pointer) {
		JsonNode schema = Contract.presentSchemas().get(file).at(pointer);
		assertThat(schema.get("enum").valueStream().map(JsonNode::asString)).containsExactlyElementsOf(names(type));
		assertThat(schema.get("description").asString()).contains(names(type));
	}

	@ParameterizedTest
	@MethodSource("openEnums")
	void namesTheKnownValuesOfAnOpenEnum(Class<? extends Enum<?>> type, String file, String pointer) {
		JsonNode schema = Contract.presentSchemas().get(file).at(pointer);
		assertThat(schema.has("enum")).isFalse();
		assertThat(schema.get("examples").valueStream().map(JsonNode::asString)).containsExactlyElementsOf(names(type));
	}

	private static Stream<Arguments> records() {
		Stream<Arguments> events = Arrays.stream(EventType.values())
			.map((type) -> arguments(type.record(), type.wireName() + ".json", ""));
		return Stream.concat(events,
				Stream.of(arguments(SalonState.class, "salon-state.json", ""),
						arguments(Speaker.class, "salon-state.json", "/$defs/speaker"),
						arguments(TopicGroup.class, "salon-state.json", "/$defs/topicGroup"),
						arguments(Link.class, "salon-state.json", "/$defs/link"),
						arguments(DeadLink.class, "salon.links-checked.v1.json", "/$defs/deadLink"),
						arguments(RegistrationState.class, "registration-state.json", ""),
						arguments(MemberState.class, "member-state.json", ""),
						arguments(Preferences.class, "member-state.json", "/properties/preferences"),
						arguments(DeliveryState.class, "delivery-state.json", "")));
	}

	private static Stream<Arguments> closedEnums() {
		return Stream.of(arguments(SalonStatus.class, "salon-state.json", "/properties/status"),
				arguments(RegistrationStatus.class, "registration-state.json", "/properties/status"),
				arguments(DeliveryOutcome.class, "delivery-state.json", "/properties/outcome"),
				arguments(InvitationAnswer.class, "salon.invitation-answered.v1.json", "/properties/answer"),
				arguments(OperatorRole.class, "salon.operator-changed.v1.json", "/properties/role"),
				arguments(DeadLinkReason.class, "salon.links-checked.v1.json", "/$defs/deadLink/properties/reason"));
	}

	private static Stream<Arguments> openEnums() {
		return Stream.of(arguments(LinkKind.class, "salon-state.json", "/$defs/link/properties/kind"),
				arguments(DeliveryKind.class, "delivery-state.json", "/properties/kind"));
	}

	private static List<String> names(Class<? extends Enum<?>> type) {
		return Arrays.stream(type.getEnumConstants()).map(Enum::name).toList();
	}

}
