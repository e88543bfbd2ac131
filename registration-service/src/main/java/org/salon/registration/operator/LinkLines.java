package org.salon.registration.operator;

import java.util.List;
import java.util.stream.Collectors;

import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import org.salon.events.salon.Link;
import org.salon.registration.input.InvalidFields;
import org.salon.registration.web.Words;

/** Links as a person types them: one on each line, the label, then the address. */
final class LinkLines {

	private LinkLines() {
	}

	static String text(List<Link> links) {
		return links.stream()
			.map((link) -> (link.label() + " " + link.url() + " " + link.kind()).strip())
			.collect(Collectors.joining("\n"));
	}

	static ObjectNode json(String text) {
		ObjectNode body = JsonNodeFactory.instance.objectNode();
		ArrayNode links = body.putArray("links");
		text.lines().map(String::strip).filter((line) -> !line.isEmpty()).forEach((line) -> add(links, line));
		return body;
	}

	static String message(InvalidFields ex, Words words) {
		return ex.problems()
			.stream()
			.map((problem) -> problem.field() + ": " + words.of(problem))
			.collect(Collectors.joining(" · "));
	}

	private static void add(ArrayNode links, String line) {
		int address = Math.max(line.indexOf("http://"), line.indexOf("https://"));
		int from = (address < 0) ? 0 : address;
		String[] rest = line.substring(from).split("\\s+", 2);
		ObjectNode link = links.addObject();
		link.put("label", line.substring(0, from).strip());
		link.put("url", rest[0]);
		if (rest.length > 1) {
			link.put("kind", rest[1].strip());
		}
	}

}
