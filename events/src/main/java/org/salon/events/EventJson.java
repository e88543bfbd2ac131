package org.salon.events;

import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.json.JsonMapper;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * The JSON of event data: ISO 8601 times, absent instead of null, unknown fields ignored,
 * and a missing or doubled field an error. Safe for use by several threads.
 */
public final class EventJson {

	private static final JsonMapper MAPPER = JsonMapper.builder()
		.changeDefaultPropertyInclusion(
				(ignored) -> JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.NON_NULL))
		.enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
		.enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
		.enable(EnumFeature.READ_UNKNOWN_ENUM_VALUES_USING_DEFAULT_VALUE)
		.disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
		.build();

	private EventJson() {
	}

	/** The event's data as UTF-8 JSON. */
	public static byte[] write(DomainEvent event) {
		return MAPPER.writeValueAsBytes(event);
	}

	/**
	 * Reads an event's data.
	 * @throws UnreadableEvent if it is not JSON, or lacks what the type requires
	 */
	public static DomainEvent read(EventType type, byte[] json) {
		try {
			DomainEvent event = MAPPER.readValue(json, type.record());
			if (event == null) {
				throw new UnreadableEvent(type.wireName() + ": the data is null", null);
			}
			return event;
		}
		catch (JacksonException ex) {
			// Never the message: it quotes the data, and data may be personal.
			throw new UnreadableEvent(
					type.wireName() + ": " + ex.getClass().getSimpleName() + " at " + ex.getPathReference(), ex);
		}
	}

}
