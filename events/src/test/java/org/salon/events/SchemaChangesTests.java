package org.salon.events;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/** The schemas keep what was released; and planted breaches of that are found. */
class SchemaChangesTests {

	@Test
	void presentSchemasBreakNobody() {
		assertThat(SchemaChanges.breaking(Contract.releasedSchemas(), Contract.presentSchemas())).isEmpty();
	}

	@Test
	void aReleasedSchemaThatIsGoneIsFound() {
		Map<String, JsonNode> changed = new TreeMap<>(Contract.releasedSchemas());
		changed.remove("salon.announced.v1.json");
		assertThat(SchemaChanges.breaking(Contract.releasedSchemas(), changed))
			.containsExactly("salon.announced.v1.json: gone");
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("breaches")
	void aBreachIsFound(String expected, String file, String pointer, Consumer<ObjectNode> change) {
		assertThat(SchemaChanges.breaking(Contract.releasedSchemas(), changed(file, pointer, change)))
			.contains(expected);
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("harmless")
	void whatBreaksNobodyIsAllowed(String what, String file, String pointer, Consumer<ObjectNode> change) {
		assertThat(SchemaChanges.breaking(Contract.releasedSchemas(), changed(file, pointer, change))).isEmpty();
	}

	private static Map<String, JsonNode> changed(String file, String pointer, Consumer<ObjectNode> change) {
		Map<String, JsonNode> schemas = new TreeMap<>(Contract.releasedSchemas());
		JsonNode copy = schemas.get(file).deepCopy();
		change.accept((ObjectNode) copy.requiredAt(pointer));
		schemas.put(file, copy);
		return schemas;
	}

	private static Stream<Arguments> breaches() {
		return Stream.of(
				breach("salon-state.json.host: removed", "salon-state.json", "/properties",
						(node) -> node.remove("host")),
				breach("salon.announced.v1.json.salon.title: removed", "salon-state.json", "/properties",
						(node) -> node.remove("title")),
				breach("salon.announced.v1.json.salon.links[].url: removed", "salon-state.json",
						"/$defs/link/properties", (node) -> node.remove("url")),
				breach("salon-state.json.host: newly required, but the log holds events without it", "salon-state.json",
						"", (node) -> array(node, "required").add("host")),
				breach("salon-state.json.brandNew: newly required, but the log holds events without it",
						"salon-state.json", "", (node) -> array(node, "required").add("brandNew")),
				breach("member-state.json.email: no longer required, but consumers rely on it", "member-state.json", "",
						(node) -> array(node, "required").remove(2)),
				breach("salon-state.json.number: type changed", "salon-state.json", "/properties/number",
						(node) -> node.put("type", "string")),
				breach("salon-state.json.title: type changed", "salon-state.json", "/properties/title",
						(node) -> node.putArray("type").add("string").add("null")),
				breach("salon-state.json.status.HELD: no longer a value, but the log holds it", "salon-state.json",
						"/properties/status", (node) -> array(node, "enum").remove(1)),
				breach("salon-state.json.status.POSTPONED: a new value that consumers do not know", "salon-state.json",
						"/properties/status", (node) -> array(node, "enum").add("POSTPONED")),
				breach("salon-state.json.zone: enum changed", "salon-state.json", "/properties/zone",
						(node) -> node.putArray("enum").add("Asia/Shanghai")),
				breach("salon-state.json.number: maximum narrowed", "salon-state.json", "/properties/number",
						(node) -> node.put("maximum", 9999)),
				breach("salon-state.json.number: minimum narrowed", "salon-state.json", "/properties/number",
						(node) -> node.put("minimum", 2)),
				breach("salon-state.json.title: minLength narrowed", "salon-state.json", "/properties/title",
						(node) -> node.put("minLength", 1)),
				breach("salon-state.json.date: format changed", "salon-state.json", "/properties/date",
						(node) -> node.put("format", "date-time")),
				breach("salon-state.json.links[].url: pattern changed", "salon-state.json",
						"/$defs/link/properties/url", (node) -> node.put("pattern", "^https://")),
				breach("salon-state.json.papers: items changed", "salon-state.json", "/properties/papers",
						(node) -> node.remove("items")),
				breach("salon-state.json.papers[]: type changed", "salon-state.json", "/properties/papers/items",
						(node) -> node.put("type", "object")),
				breach("salon-state.json: else changed", "salon-state.json", "", (node) -> node.remove("else")),
				breach("delivery-state.json: additionalProperties changed", "delivery-state.json", "",
						(node) -> node.put("additionalProperties", false)),
				breach("salon.member-erased.v1.json: not changed", "salon.member-erased.v1.json", "",
						(node) -> node.putObject("not").putArray("required").add("reason")));
	}

	private static Stream<Arguments> harmless() {
		return Stream.of(
				breach("a new field that need not be there", "salon-state.json", "/properties",
						(node) -> node.putObject("recorded").put("type", "boolean")),
				breach("other words", "salon-state.json", "/properties/title",
						(node) -> node.put("description", "What it is about")),
				breach("a wider bound", "salon-state.json", "/properties/number",
						(node) -> node.put("maximum", 9_999_999)),
				breach("a known value more in an open enum", "delivery-state.json", "/properties/kind",
						(node) -> array(node, "examples").add("SURVEY")));
	}

	private static Arguments breach(String what, String file, String pointer, Consumer<ObjectNode> change) {
		return arguments(what, file, pointer, change);
	}

	private static ArrayNode array(ObjectNode node, String name) {
		return (ArrayNode) node.get(name);
	}

}
