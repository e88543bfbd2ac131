package org.salon.notification.database;

import tools.jackson.databind.json.JsonMapper;

/** The JSON that this service keeps for itself in {@code jsonb} columns. */
public final class StoredJson {

	private static final JsonMapper MAPPER = JsonMapper.builder().build();

	private StoredJson() {
	}

	public static String write(Object value) {
		return MAPPER.writeValueAsString(value);
	}

	/** The same in UTF-8. */
	public static byte[] bytes(Object value) {
		return MAPPER.writeValueAsBytes(value);
	}

	public static <T> T read(String json, Class<T> type) {
		return MAPPER.readValue(json, type);
	}

	public static <T> T read(byte[] json, Class<T> type) {
		return MAPPER.readValue(json, type);
	}

}
