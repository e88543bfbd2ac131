package org.salon.archive.projection;

import java.util.List;

import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

import org.salon.archive.salon.DeadLink;
import org.salon.archive.salon.Salon;

/** The JSON in which a salon, and what is known of its links, is stored. */
final class StoredSalon {

	private static final JsonMapper MAPPER = JsonMapper.builder()
		.disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
		.build();

	private StoredSalon() {
	}

	/** In UTF-8. */
	static byte[] write(Salon salon) {
		return MAPPER.writeValueAsBytes(salon);
	}

	static String write(List<DeadLink> dead) {
		return MAPPER.writeValueAsString(dead);
	}

	static List<DeadLink> readDead(String json) {
		return MAPPER.readValue(json, new TypeReference<List<DeadLink>>() {
		});
	}

	static Salon read(String json) {
		return MAPPER.readValue(json, Salon.class);
	}

}
