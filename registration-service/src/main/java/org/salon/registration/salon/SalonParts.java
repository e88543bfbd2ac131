package org.salon.registration.salon;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The parts of a salon by their names, to compare and to put back. */
final class SalonParts {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private static final TypeReference<List<FieldChange>> CHANGES = new TypeReference<>() {
	};

	private SalonParts() {
	}

	/** In which parts the second differs from the first, and how. */
	static List<FieldChange> changes(SalonDetails before, SalonDetails after) {
		ObjectNode old = tree(before);
		ObjectNode fresh = tree(after);
		return before.changesTo(after)
			.stream()
			.map((field) -> new FieldChange(field, old.path(field), fresh.path(field)))
			.toList();
	}

	/** The same, with these parts instead. */
	static SalonDetails with(SalonDetails details, Map<String, ? extends @Nullable Object> parts) {
		ObjectNode tree = tree(details);
		parts.forEach((field, value) -> tree.set(field, JSON.valueToTree(value)));
		return JSON.treeToValue(tree, SalonDetails.class);
	}

	/** The same, before those changes were made. */
	static SalonDetails without(SalonDetails details, List<FieldChange> changes) {
		ObjectNode tree = tree(details);
		// The number is no part of the details.
		changes.stream()
			.filter((change) -> tree.has(change.field()))
			.forEach((change) -> tree.set(change.field(), change.before()));
		return JSON.treeToValue(tree, SalonDetails.class);
	}

	static <T> List<T> list(JsonNode items, Class<T> type) {
		return items.valueStream().map((item) -> JSON.treeToValue(item, type)).toList();
	}

	static List<FieldChange> read(String json) {
		return JSON.readValue(json, CHANGES);
	}

	private static ObjectNode tree(SalonDetails details) {
		return JSON.valueToTree(details);
	}

}
