package org.salon.archive.projection;

import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

import org.salon.archive.salon.Salon;

/** The JSON in which a salon is stored. */
final class StoredSalon {

	private static final JsonMapper MAPPER = JsonMapper.builder()
		.disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
		.build();

	private StoredSalon() {
	}

	static String write(Salon salon) {
		return MAPPER.writeValueAsString(salon);
	}

	static Salon read(String json) {
		return MAPPER.readValue(json, Salon.class);
	}

}
