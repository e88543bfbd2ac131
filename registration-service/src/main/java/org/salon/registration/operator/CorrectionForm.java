package org.salon.registration.operator;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import jakarta.servlet.http.HttpServletRequest;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import org.salon.registration.input.FieldProblem;
import org.salon.registration.input.InvalidFields;
import org.salon.registration.salon.SalonDetails;
import org.salon.registration.salon.VersionCondition;
import org.salon.registration.web.Words;

/**
 * What is to be mended of a past salon as the console's form shows it: every part is
 * text, lists have an item on each line.
 */
public record CorrectionForm(Map<String, String> values) {

	private static final List<String> PARTS = List.of("title", "date", "host", "series", "speakers", "papers", "groups",
			"links", "notes", "outline", "introduction");

	private static final List<String> OTHERS = List.of("version", "reason", "notify", "seen");

	/** Not of topics: a group of them stands on several lines. */
	private static final Pattern ITEM = Pattern.compile("(?!groups)[a-z]+\\[(\\d+)].*");

	static CorrectionForm of(HttpServletRequest request) {
		Map<String, String> values = new HashMap<>();
		for (List<String> names : List.of(PARTS, OTHERS)) {
			for (String name : names) {
				String value = request.getParameter(name);
				values.put(name, (value != null) ? value.replace("\r\n", "\n").strip() : "");
			}
		}
		return new CorrectionForm(values);
	}

	static CorrectionForm of(long version, SalonDetails details) {
		Map<String, String> values = new HashMap<>();
		values.put("version", Long.toString(version));
		PARTS.forEach((part) -> values.put(part, PartText.of(part, details).replace("\r\n", "\n").strip()));
		return new CorrectionForm(values);
	}

	/** The value of a field; empty if it has none. */
	public String get(String name) {
		return this.values.getOrDefault(name, "");
	}

	@Nullable String condition() {
		return get("version").matches("[0-9]{1,18}") ? VersionCondition.tag(Long.parseLong(get("version"))) : null;
	}

	/** What tells this text from another: what is saved is what was shown before. */
	public String fingerprint() {
		return Integer.toHexString(PARTS.stream().map(this::get).toList().hashCode());
	}

	boolean wasSeen() {
		return get("seen").equals(fingerprint());
	}

	/**
	 * The same as a program would send it: the parts whose text differs from what there
	 * is. A part that text cannot say in full stays as it is if nobody touched it.
	 */
	ObjectNode json(CorrectionForm present) {
		ObjectNode json = JsonNodeFactory.instance.objectNode();
		PARTS.stream().filter((part) -> !get(part).equals(present.get(part))).forEach((part) -> add(json, part));
		json.put("reason", get("reason"));
		json.put("notify", !get("notify").isEmpty());
		return json;
	}

	/** What is wrong, by the field of the form. */
	Map<String, String> errors(InvalidFields ex, Words words) {
		Map<String, String> errors = new HashMap<>();
		for (FieldProblem problem : ex.problems()) {
			String field = problem.field().replaceFirst("[\\[.].*", "");
			Matcher item = ITEM.matcher(problem.field());
			String message = words.of(problem);
			errors.putIfAbsent(field,
					item.matches() ? words.of("correct.line", Integer.parseInt(item.group(1)) + 1, message) : message);
		}
		return errors;
	}

	private void add(ObjectNode json, String part) {
		switch (part) {
			case "speakers" -> SpeakerLines.addTo(json.putArray(part), lines(part));
			case "groups" -> TopicLines.addTo(json.putArray(part), lines(part));
			case "links" -> json.set(part, LinkLines.json(get(part)).path("links"));
			case "papers", "notes", "outline" -> {
				ArrayNode items = json.putArray(part);
				lines(part).forEach(items::add);
			}
			default -> json.put(part, get(part));
		}
	}

	private List<String> lines(String part) {
		return PartText.lines(get(part));
	}

}
