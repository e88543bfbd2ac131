package org.salon.registration.operator;

import java.util.List;

import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Speakers as a person types them: one on each line, the affiliation after a bar. */
final class SpeakerLines {

	private SpeakerLines() {
	}

	static void addTo(ArrayNode speakers, List<String> lines) {
		for (String line : lines) {
			String[] parts = line.split("[|｜]", 2);
			ObjectNode speaker = speakers.addObject().put("name", parts[0].strip());
			if (parts.length > 1) {
				speaker.put("affiliation", parts[1].strip());
			}
		}
	}

}
