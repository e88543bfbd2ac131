package org.salon.registration.operator;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.salon.registration.salon.SalonDetails;

/** Parts of a salon as text, an item on each line. */
final class PartText {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private PartText() {
	}

	static String of(String part, SalonDetails details) {
		return of(part, JSON.valueToTree(details).path(part));
	}

	static String of(String part, JsonNode value) {
		return switch (part) {
			case "speakers" -> items(value).map((speaker) -> joined(" | ", speaker, "name", "affiliation"))
				.collect(Collectors.joining("\n"));
			case "links" ->
				items(value).map((link) -> joined(" ", link, "label", "url", "kind")).collect(Collectors.joining("\n"));
			case "groups" -> items(value).map(PartText::group).collect(Collectors.joining("\n"));
			default ->
				value.isArray() ? items(value).map(PartText::plain).collect(Collectors.joining("\n")) : plain(value);
		};
	}

	static List<String> lines(String text) {
		return text.lines().map(String::strip).filter((line) -> !line.isEmpty()).toList();
	}

	private static Stream<JsonNode> items(JsonNode list) {
		return list.valueStream();
	}

	private static String joined(String between, JsonNode object, String... fields) {
		return List.of(fields)
			.stream()
			.map((field) -> object.path(field).asString(""))
			.filter((text) -> !text.isEmpty())
			.collect(Collectors.joining(between));
	}

	/** Each topic with its tag before it: a topic may hold whatever would part two. */
	private static String group(JsonNode group) {
		String tag = group.path("tag").asString("");
		String before = tag.isEmpty() ? "" : "【" + tag + "】";
		return items(group.path("topics")).map((topic) -> before + plain(topic)).collect(Collectors.joining("\n"));
	}

	private static String plain(JsonNode value) {
		if (value.isNull() || value.isMissingNode()) {
			return "";
		}
		return value.isValueNode() ? value.asString() : value.toString();
	}

}
