package org.salon.e2e;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import tools.jackson.databind.JsonNode;

/**
 * What a row of the table of past salons says, as the archive's export and the import
 * both show it.
 *
 * @param groups of topics, each under its tag
 * @param links each with its label and kind
 */
record PastSalon(int number, String date, List<String> groups, List<String> links) {

	static Map<Integer, PastSalon> byNumber(JsonNode salons) {
		Map<Integer, PastSalon> byNumber = new TreeMap<>();
		salons.forEach((salon) -> byNumber.put(salon.get("number").asInt(), of(salon)));
		return byNumber;
	}

	private static PastSalon of(JsonNode salon) {
		List<String> groups = salon.get("groups")
			.valueStream()
			.map((group) -> "【" + group.path("tag").asString("") + "】" + group.get("topics"))
			.toList();
		List<String> links = salon.get("links")
			.valueStream()
			.map((link) -> link.get("kind").asString() + " [" + link.path("label").asString("") + "]("
					+ link.get("url").asString() + ")")
			.toList();
		return new PastSalon(salon.get("number").asInt(), salon.get("date").asString(), groups, links);
	}

}
