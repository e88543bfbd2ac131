package org.salon.apidocs;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.util.ClassUtils;
import org.springframework.util.StringUtils;

/**
 * Names of schemas for readers: of {@code org.salon.…DeadLetterController$Page} becomes
 * {@code DeadLetterPage}, and where two features have a {@code Link}, each says whose.
 */
final class SchemaNames {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private static final Pattern REFERENCE = Pattern.compile("(?<=\"#/components/schemas/)[^\"]+");

	private SchemaNames() {
	}

	static JsonNode shorten(JsonNode document) {
		Map<String, String> names = names(List.copyOf(document.at("/components/schemas").propertyNames()));
		Matcher references = REFERENCE.matcher(document.toString());
		JsonNode renamed = JSON
			.readTree(references.replaceAll((match) -> names.getOrDefault(match.group(), match.group())));
		ObjectNode schemas = (ObjectNode) renamed.at("/components/schemas");
		names.forEach((name, shortened) -> schemas.set(shortened, schemas.remove(name)));
		return renamed;
	}

	private static Map<String, String> names(List<String> classes) {
		Map<String, List<String>> byShort = classes.stream()
			.collect(Collectors.groupingBy(SchemaNames::simple, TreeMap::new, Collectors.toList()));
		Map<String, String> names = new TreeMap<>();
		byShort.forEach((name, sharing) -> sharing
			.forEach((type) -> names.put(type, (sharing.size() > 1) ? feature(type) + name : name)));
		return names;
	}

	private static String simple(String type) {
		String nested = type.replaceFirst("^([a-z0-9]+\\.)+", "").replace("Controller", "");
		return nested.replaceFirst("^(\\w+)[.$]\\1$", "$1").replaceAll("[.$]", "");
	}

	private static String feature(String type) {
		String packageName = type.replaceFirst("\\.[A-Z].*$", "");
		return StringUtils.capitalize(ClassUtils.getShortName(packageName));
	}

}
