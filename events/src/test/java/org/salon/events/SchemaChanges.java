package org.salon.events;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Finds what in the present schemas would break those who hold to the released ones: a
 * consumer of yesterday that reads what is produced today, and a consumer of today that
 * reads what the log still holds from yesterday.
 */
final class SchemaChanges {

	/** Keywords that constrain nothing. */
	private static final Set<String> ANNOTATIONS = Set.of("$schema", "$comment", "$defs", "title", "description",
			"examples", "deprecated");

	/** Keywords that are compared one by one. */
	private static final Set<String> COMPARED = Set.of("$ref", "properties", "required", "items", "enum", "minimum",
			"maximum", "minLength", "maxLength", "minItems", "maxItems");

	private static final Set<String> LOWER_BOUNDS = Set.of("minimum", "minLength", "minItems");

	private static final Set<String> UPPER_BOUNDS = Set.of("maximum", "maxLength", "maxItems");

	private final Map<String, JsonNode> released;

	private final Map<String, JsonNode> present;

	private final List<String> breaking = new ArrayList<>();

	private SchemaChanges(Map<String, JsonNode> released, Map<String, JsonNode> present) {
		this.released = released;
		this.present = present;
	}

	/** The breaking changes, each by its place; both maps are schemas by file name. */
	static List<String> breaking(Map<String, JsonNode> released, Map<String, JsonNode> present) {
		SchemaChanges changes = new SchemaChanges(released, present);
		released.forEach((file, schema) -> {
			if (present.containsKey(file)) {
				changes.compare(file, new Place(file, schema), new Place(file, present.get(file)));
			}
			else {
				changes.breaking.add(file + ": gone");
			}
		});
		return changes.breaking;
	}

	private void compare(String path, Place before, Place after) {
		Place old = resolve(this.released, before);
		Place now = resolve(this.present, after);
		compareProperties(path, old, now);
		compareRequired(path, old.names("required"), now.names("required"));
		compareEnum(path, old, now);
		compareBounds(path, old.node(), now.node());
		if (old.node().has("items") && now.node().has("items")) {
			compare(path + "[]", old.child("items"), now.child("items"));
		}
		else if (old.node().has("items") || now.node().has("items")) {
			this.breaking.add(path + ": items changed");
		}
		compareOthers(path, old.node(), now.node());
	}

	private void compareProperties(String path, Place old, Place now) {
		JsonNode after = now.node().path("properties");
		for (String name : old.node().path("properties").propertyNames()) {
			if (after.has(name)) {
				compare(path + "." + name, old.child("properties").child(name), now.child("properties").child(name));
			}
			else {
				this.breaking.add(path + "." + name + ": removed");
			}
		}
	}

	private void compareRequired(String path, Set<String> old, Set<String> now) {
		report(path, now, old, "newly required, but the log holds events without it");
		report(path, old, now, "no longer required, but consumers rely on it");
	}

	private void compareEnum(String path, Place old, Place now) {
		if (old.node().has("enum") != now.node().has("enum")) {
			this.breaking.add(path + ": enum changed");
			return;
		}
		report(path, old.names("enum"), now.names("enum"), "no longer a value, but the log holds it");
		report(path, now.names("enum"), old.names("enum"), "a new value that consumers do not know");
	}

	/** Reports each name that is in the first and not in the second. */
	private void report(String path, Set<String> names, Set<String> except, String what) {
		names.stream()
			.filter((name) -> !except.contains(name))
			.forEach((name) -> this.breaking.add(path + "." + name + ": " + what));
	}

	private void compareBounds(String path, JsonNode old, JsonNode now) {
		for (String bound : LOWER_BOUNDS) {
			if (now.has(bound) && (!old.has(bound) || now.get(bound).asLong() > old.get(bound).asLong())) {
				this.breaking.add(path + ": " + bound + " narrowed");
			}
		}
		for (String bound : UPPER_BOUNDS) {
			if (now.has(bound) && (!old.has(bound) || now.get(bound).asLong() < old.get(bound).asLong())) {
				this.breaking.add(path + ": " + bound + " narrowed");
			}
		}
	}

	private void compareOthers(String path, JsonNode old, JsonNode now) {
		Set<String> keywords = new TreeSet<>(old.propertyNames());
		keywords.addAll(now.propertyNames());
		keywords.removeAll(ANNOTATIONS);
		keywords.removeAll(COMPARED);
		for (String keyword : keywords) {
			if (!sameConstraint(old.get(keyword), now.get(keyword))) {
				this.breaking.add(path + ": " + keyword + " changed");
			}
		}
	}

	private static boolean sameConstraint(@Nullable JsonNode old, @Nullable JsonNode now) {
		return old != null && old.equals(now);
	}

	private static Place resolve(Map<String, JsonNode> schemas, Place place) {
		if (!place.node().has("$ref")) {
			return place;
		}
		String ref = place.node().get("$ref").asString();
		int hash = ref.indexOf('#');
		String file = (hash == 0) ? place.file() : (hash < 0) ? ref : ref.substring(0, hash);
		JsonNode schema = schemas.get(file);
		if (schema == null) {
			throw new IllegalArgumentException(place.file() + " refers to " + ref + ", which is not there");
		}
		return new Place(file, (hash < 0) ? schema : schema.requiredAt(ref.substring(hash + 1)));
	}

	/** A schema and the file that its references start from. */
	private record Place(String file, JsonNode node) {

		Place child(String name) {
			return new Place(this.file, this.node.get(name));
		}

		Set<String> names(String keyword) {
			Set<String> names = new TreeSet<>();
			this.node.path(keyword).forEach((name) -> names.add(name.asString()));
			return names;
		}

	}

}
