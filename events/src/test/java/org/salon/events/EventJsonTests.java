package org.salon.events;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import org.salon.events.delivery.DeliveryChanged;
import org.salon.events.delivery.DeliveryKind;
import org.salon.events.salon.Amendment;
import org.salon.events.salon.LinkKind;
import org.salon.events.salon.SalonArchived;

import org.salon.events.salon.Question;
import org.salon.events.salon.SalonAnnounced;
import org.salon.events.salon.SalonChanged;
import org.salon.events.salon.SalonState;
import org.salon.events.salon.SignUpRules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class EventJsonTests {

	private static final String PERSONAL = "ana.private@example.org";

	/** One value of each JSON type; the words stand for what must never be quoted. */
	private static final List<String> VALUES = List.of("\"" + PERSONAL + "\"", "17.5", "true", "{\"x\":1}", "[[\"x\"]]",
			"null", "\"\"", "99999999999");

	@Test
	void saysWhatAnEventMendsOnlyIfItMendsSomething() {
		SalonArchived plain = (SalonArchived) SampleEvents.of(EventType.SALON_ARCHIVED);
		SalonArchived mending = new SalonArchived(plain.salon(),
				new Amendment(List.of("links"), "the recording was moved"));
		byte[] written = EventJson.write(mending);
		assertThat(Contract.errors(EventType.SALON_ARCHIVED, Contract.JSON.readTree(written))).isEmpty();
		assertThat(EventJson.read(EventType.SALON_ARCHIVED, written)).isEqualTo(mending);
		assertThat(new String(EventJson.write(plain), StandardCharsets.UTF_8)).doesNotContain("amendment");
	}

	@ParameterizedTest
	@EnumSource
	void ignoresFieldsThatWereAddedLater(EventType type) {
		JsonNode data = Contract.sampleData(type);
		for (ObjectNode object : SampleField.objects(data)) {
			object.putObject("addedLater").put("email", PERSONAL);
		}
		assertThat(EventJson.read(type, Contract.bytes(data))).isEqualTo(SampleEvents.of(type));
	}

	@ParameterizedTest
	@EnumSource
	void refusesDataThatLacksWhatTheSchemaRequires(EventType type) {
		int required = 0;
		for (SampleField field : SampleField.all(type)) {
			field.object().remove(field.name());
			if (!Contract.errors(type, field.data()).isEmpty()) {
				required++;
				assertUnreadable(type, field.data());
			}
			else {
				assertThat(EventJson.read(type, Contract.bytes(field.data()))).isNotNull();
			}
		}
		assertThat(required).isPositive();
	}

	@ParameterizedTest
	@EnumSource
	void refusesValuesOfAnotherType(EventType type) {
		List<String> accepted = new ArrayList<>();
		for (String value : VALUES) {
			for (SampleField field : SampleField.all(type)) {
				boolean absent = value.equals("null") && isOptional(type, field);
				field.object().set(field.name(), Contract.JSON.readTree(value));
				if (!absent && isOfAnotherType(type, field.data()) && isReadable(type, field.data())) {
					accepted.add(field.name() + " = " + value);
				}
			}
		}
		assertThat(accepted).isEmpty();
	}

	@ParameterizedTest
	@EnumSource
	void refusesTruncatedData(EventType type) {
		byte[] whole = Contract.bytes(Contract.sampleData(type));
		for (int length = 0; length < whole.length; length++) {
			byte[] part = Arrays.copyOf(whole, length);
			assertThatExceptionOfType(UnreadableEvent.class).isThrownBy(() -> EventJson.read(type, part));
		}
	}

	@ParameterizedTest
	@EnumSource
	void refusesDoubledFields(EventType type) {
		String data = Contract.sampleData(type).toString();
		String name = Contract.sampleData(type).propertyNames().iterator().next();
		String doubled = "{\"%s\":%s,%s".formatted(name, Contract.sampleData(type).get(name), data.substring(1));
		assertUnreadable(type, doubled);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " ", "null", "17", "\"" + PERSONAL + "\"", "[]", "{}", "{\"member\":null}",
			"{\"member\":{}} {}", PERSONAL, "{\"member\":{\"email\":\"" + PERSONAL + "\"", "\u0000", "NaN" })
	void refusesWhatIsNoEventAtAll(String json) {
		assertUnreadable(EventType.MEMBER_PREFERENCES_CHANGED, json);
	}

	@Test
	void refusesBytesThatAreNotUtf8() {
		byte[] json = Contract.bytes(Contract.sampleData(EventType.MEMBER_PREFERENCES_CHANGED));
		int name = new String(json, StandardCharsets.ISO_8859_1).indexOf("\"name\":\"") + 8;
		json[name] = (byte) 0xFF;
		assertThatExceptionOfType(UnreadableEvent.class)
			.isThrownBy(() -> EventJson.read(EventType.MEMBER_PREFERENCES_CHANGED, json));
	}

	@Test
	void refusesDataThatIsTooDeep() {
		String deep = "{\"addedLater\":" + "[".repeat(10_000) + "]".repeat(10_000) + "}";
		assertUnreadable(EventType.MEMBER_ERASED, deep);
	}

	@Test
	void saysWhatIsMissing() {
		JsonNode data = Contract.sampleData(EventType.MEMBER_REGISTERED);
		((ObjectNode) data.get("registration")).remove("email");
		assertThatExceptionOfType(UnreadableEvent.class)
			.isThrownBy(() -> EventJson.read(EventType.MEMBER_REGISTERED, Contract.bytes(data)))
			.withMessageStartingWith("salon.member-registered.v1: ")
			.withMessageContaining("registration")
			.withMessageContaining("email");
	}

	@Test
	void readsAKindOfLinkThatWasAddedLaterAsOther() {
		JsonNode data = Contract.sampleData(EventType.SALON_ARCHIVED);
		((ObjectNode) data.at("/salon/links/0")).put("kind", "PODCAST");
		SalonArchived event = (SalonArchived) EventJson.read(EventType.SALON_ARCHIVED, Contract.bytes(data));
		assertThat(event.salon().links()).extracting("kind").containsExactly(LinkKind.OTHER, LinkKind.COURSE);
		assertThat(Contract.errors(EventType.SALON_ARCHIVED, data)).isEmpty();
	}

	@Test
	void readsAKindOfDeliveryThatWasAddedLaterAsOther() {
		JsonNode data = Contract.sampleData(EventType.DELIVERY_CHANGED);
		((ObjectNode) data.get("delivery")).put("kind", "SURVEY");
		DeliveryChanged event = (DeliveryChanged) EventJson.read(EventType.DELIVERY_CHANGED, Contract.bytes(data));
		assertThat(event.delivery().kind()).isEqualTo(DeliveryKind.OTHER);
		assertThat(Contract.errors(EventType.DELIVERY_CHANGED, data)).isEmpty();
	}

	@Test
	void refusesAStatusThatItDoesNotKnow() {
		JsonNode data = Contract.sampleData(EventType.SALON_ANNOUNCED);
		((ObjectNode) data.get("salon")).put("status", "POSTPONED");
		assertUnreadable(EventType.SALON_ANNOUNCED, data);
		assertThat(Contract.errors(EventType.SALON_ANNOUNCED, data)).isNotEmpty();
	}

	@Test
	void keepsTheRulesBySignUp() {
		SignUpRules rules = new SignUpRules(true, Duration.ofHours(12),
				List.of(new Question("level", "你的基础？", Question.Kind.CHOICE, List.of("入门", "Advanced"), true)));
		ObjectNode data = (ObjectNode) Contract.sampleData(EventType.SALON_ANNOUNCED);
		((ObjectNode) data.get("salon")).set("signUp", Contract.JSON.valueToTree(rules));
		assertThat(Contract.errors(EventType.SALON_ANNOUNCED, data)).isEmpty();
		SalonAnnounced event = (SalonAnnounced) EventJson.read(EventType.SALON_ANNOUNCED, Contract.bytes(data));
		assertThat(event.salon().signUp()).isEqualTo(rules);
		assertThat(Contract.JSON.readTree(EventJson.write(event))).isEqualTo(data);
	}

	@Test
	void tellsNoRemindersFromThoseOfTheClub() {
		ObjectNode data = (ObjectNode) Contract.sampleData(EventType.SALON_CHANGED);
		ObjectNode salon = (ObjectNode) data.get("salon");
		assertThat(reminders(data)).isNull();
		salon.putArray("reminders");
		assertThat(reminders(data)).isEmpty();
		salon.putArray("reminders").add("PT48H").add("PT5M");
		assertThat(reminders(data)).containsExactly(Duration.ofHours(48), Duration.ofMinutes(5));
	}

	@ParameterizedTest
	@ValueSource(strings = { "PT0S", "PT-1H", "soon", "" })
	void refusesAReminderThatIsNotBeforeTheStart(String reminder) {
		ObjectNode data = (ObjectNode) Contract.sampleData(EventType.SALON_CHANGED);
		((ObjectNode) data.get("salon")).putArray("reminders").add(reminder);
		assertUnreadable(EventType.SALON_CHANGED, data);
		((ObjectNode) data.get("salon")).remove("reminders");
		((ObjectNode) data.get("salon")).putArray("chatReminders").add(reminder);
		assertUnreadable(EventType.SALON_CHANGED, data);
	}

	@Test
	void tellsNoRemindersOfTheChatsFromThoseOfTheClub() {
		ObjectNode data = (ObjectNode) Contract.sampleData(EventType.SALON_CHANGED);
		ObjectNode salon = (ObjectNode) data.get("salon");
		assertThat(changed(data).chatReminders()).as("written before there were such").isNull();
		salon.putArray("chatReminders");
		assertThat(changed(data).chatReminders()).isEmpty();
		salon.putArray("chatReminders").add("PT48H").add("PT5M");
		assertThat(changed(data).chatReminders()).containsExactly(Duration.ofHours(48), Duration.ofMinutes(5));
		assertThat(changed(data).reminders()).isNull();
	}

	private static @Nullable List<Duration> reminders(ObjectNode data) {
		return changed(data).reminders();
	}

	/** The salon of an event that says the same again when it is written. */
	private static SalonState changed(ObjectNode data) {
		assertThat(Contract.errors(EventType.SALON_CHANGED, data)).isEmpty();
		SalonChanged event = (SalonChanged) EventJson.read(EventType.SALON_CHANGED, Contract.bytes(data));
		assertThat(Contract.JSON.readTree(EventJson.write(event))).isEqualTo(data);
		return event.salon();
	}

	private static void assertUnreadable(EventType type, JsonNode data) {
		assertUnreadable(type, data.toString());
	}

	private static void assertUnreadable(EventType type, String json) {
		assertThatExceptionOfType(UnreadableEvent.class).as(json)
			.isThrownBy(() -> EventJson.read(type, json.getBytes(StandardCharsets.UTF_8)))
			.satisfies((ex) -> assertQuotesNothing(type, ex));
	}

	/** Not even the printed stack may quote the data: it goes to the log. */
	private static void assertQuotesNothing(EventType type, UnreadableEvent ex) {
		StringWriter stack = new StringWriter();
		ex.printStackTrace(new PrintWriter(stack));
		assertThat(stack.toString()).startsWith(UnreadableEvent.class.getName() + ": " + type.wireName())
			.doesNotContain(PERSONAL, "example.org", "Ana", "王小明", "17.5");
	}

	/** The form of an address is checked where the address is taken in. */
	private static boolean isOfAnotherType(EventType type, JsonNode data) {
		return Contract.errors(type, data)
			.stream()
			.filter((error) -> !error.getInstanceLocation().toString().endsWith("/email"))
			.anyMatch((error) -> Set.of("type", "format", "enum").contains(error.getKeyword()));
	}

	private static boolean isReadable(EventType type, JsonNode data) {
		try {
			EventJson.read(type, Contract.bytes(data));
			return true;
		}
		catch (UnreadableEvent ex) {
			assertQuotesNothing(type, ex);
			return false;
		}
	}

	private static boolean isOptional(EventType type, SampleField field) {
		ObjectNode without = field.object();
		JsonNode value = without.remove(field.name());
		boolean optional = Contract.errors(type, field.data()).isEmpty();
		without.set(field.name(), value);
		return optional;
	}

}
