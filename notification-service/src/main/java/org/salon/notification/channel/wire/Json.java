package org.salon.notification.channel.wire;

import tools.jackson.databind.json.JsonMapper;

/** Writes the JSON that goes out. */
final class Json {

	private static final JsonMapper MAPPER = JsonMapper.builder().build();

	private Json() {
	}

	static String write(Object value) {
		return MAPPER.writeValueAsString(value);
	}

}
