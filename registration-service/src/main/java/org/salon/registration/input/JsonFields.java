package org.salon.registration.input;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The fields of a JSON object. A field of another type than asked for is a problem of
 * that field, not of the body; fields nobody asks for are ignored.
 */
public final class JsonFields {

	private static final int MOST_ITEMS = 200;

	private final JsonNode object;

	private final String prefix;

	private final Checks checks;

	private JsonFields(JsonNode object, String prefix, Checks checks) {
		this.object = object;
		this.prefix = prefix;
		this.checks = checks;
	}

	/**
	 * The fields of a body.
	 * @throws InvalidFields if it is no object
	 */
	public static JsonFields of(JsonNode body) {
		if (!body.isObject()) {
			throw new InvalidFields("body", "field.object");
		}
		return new JsonFields(body, "", new Checks());
	}

	/** Where problems of these fields are noted. */
	public Checks checks() {
		return this.checks;
	}

	public String name(String field) {
		return this.prefix + field;
	}

	/** Whether the field is there, and is not null. */
	public boolean says(String field) {
		return node(field) != null;
	}

	public boolean has(String field) {
		return this.object.has(field);
	}

	public @Nullable String string(String field) {
		JsonNode node = node(field);
		if (node == null) {
			return null;
		}
		if (!node.isString()) {
			this.checks.reject(name(field), "field.string");
			return null;
		}
		return node.stringValue();
	}

	public @Nullable Integer integer(String field) {
		JsonNode node = node(field);
		if (node == null) {
			return null;
		}
		if (!node.isIntegralNumber() || !node.canConvertToInt()) {
			this.checks.reject(name(field), "field.integer");
			return null;
		}
		return node.intValue();
	}

	public @Nullable Boolean bool(String field) {
		JsonNode node = node(field);
		if (node == null) {
			return null;
		}
		if (!node.isBoolean()) {
			this.checks.reject(name(field), "field.boolean");
			return null;
		}
		return node.booleanValue();
	}

	/** Single lines; those with a problem are left out. */
	public List<String> lines(String field, int max) {
		List<String> lines = new ArrayList<>();
		for (JsonNode item : items(field)) {
			String name = name(field) + "[" + lines.size() + "]";
			if (!item.isString()) {
				this.checks.reject(name, "field.string");
				return lines;
			}
			String line = this.checks.line(name, item.stringValue(), max);
			lines.add(line);
		}
		return lines;
	}

	public @Nullable JsonFields object(String field) {
		JsonNode node = node(field);
		if (node == null) {
			return null;
		}
		if (!node.isObject()) {
			this.checks.reject(name(field), "field.object");
			return null;
		}
		return new JsonFields(node, name(field) + ".", this.checks);
	}

	/** Texts, one or several of each name, as they came. */
	public Map<String, List<String>> texts(String field) {
		Map<String, List<String>> texts = new LinkedHashMap<>();
		JsonFields named = object(field);
		if (named != null && named.object.size() > MOST_ITEMS) {
			this.checks.reject(name(field), "field.tooMany", MOST_ITEMS);
		}
		else if (named != null) {
			for (String name : named.object.propertyNames()) {
				texts.put(name, named.object.path(name).isArray() ? named.strings(name) : named.oneOrNone(name));
			}
		}
		return texts;
	}

	private List<String> oneOrNone(String field) {
		String text = string(field);
		return (text != null) ? List.of(text) : List.of();
	}

	private List<String> strings(String field) {
		List<String> strings = new ArrayList<>();
		for (JsonNode item : items(field)) {
			if (!item.isString()) {
				this.checks.reject(name(field), "field.string");
				return List.of();
			}
			strings.add(item.stringValue());
		}
		return strings;
	}

	public List<JsonFields> objects(String field) {
		List<JsonFields> objects = new ArrayList<>();
		for (JsonNode item : items(field)) {
			String name = name(field) + "[" + objects.size() + "]";
			if (!item.isObject()) {
				this.checks.reject(name, "field.object");
				return objects;
			}
			objects.add(new JsonFields(item, name + ".", this.checks));
		}
		return objects;
	}

	private List<JsonNode> items(String field) {
		JsonNode node = node(field);
		if (node == null) {
			return List.of();
		}
		if (!node.isArray()) {
			this.checks.reject(name(field), "field.list");
			return List.of();
		}
		if (node.size() > MOST_ITEMS) {
			this.checks.reject(name(field), "field.tooMany", MOST_ITEMS);
			return List.of();
		}
		List<JsonNode> items = new ArrayList<>();
		node.forEach(items::add);
		return items;
	}

	private @Nullable JsonNode node(String field) {
		JsonNode node = this.object.get(field);
		return (node == null || node.isNull()) ? null : node;
	}

}
