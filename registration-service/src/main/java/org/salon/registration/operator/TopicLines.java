package org.salon.registration.operator;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Topics as a person types them: one on each line, its tag in brackets before it. Lines
 * of one tag after each other are a group.
 */
final class TopicLines {

	private static final Pattern TAGGED = Pattern.compile("【(.+?)】\\s*(.*)");

	private TopicLines() {
	}

	static void addTo(ArrayNode groups, List<String> lines) {
		String last = "";
		ArrayNode topics = null;
		for (String line : lines) {
			Matcher tagged = TAGGED.matcher(line);
			boolean hasTag = tagged.matches();
			String tag = hasTag ? tagged.group(1).strip() : "";
			if (topics == null || !tag.equals(last)) {
				topics = group(groups, tag);
			}
			topics.add(hasTag ? tagged.group(2) : line);
			last = tag;
		}
	}

	private static ArrayNode group(ArrayNode groups, String tag) {
		ObjectNode group = groups.addObject();
		if (!tag.isEmpty()) {
			group.put("tag", tag);
		}
		return group.putArray("topics");
	}

}
