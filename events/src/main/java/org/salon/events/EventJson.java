package org.salon.events;

import java.time.Instant;
import java.time.format.DateTimeParseException;

import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.cfg.MutableCoercionConfig;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.ValueInstantiationException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.type.LogicalType;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * The JSON of event data: ISO 8601 times, absent instead of null, unknown fields ignored,
 * and a missing or doubled field or a value of another type an error. Safe for use by
 * several threads.
 */
public final class EventJson {

	private static final JsonMapper MAPPER = JsonMapper.builder()
		.changeDefaultPropertyInclusion(
				(ignored) -> JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.NON_NULL))
		.enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
		.enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
		.enable(EnumFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
		.enable(EnumFeature.READ_UNKNOWN_ENUM_VALUES_USING_DEFAULT_VALUE)
		.disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
		.disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
		.disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
		.withCoercionConfig(LogicalType.Textual, EventJson::refuseOtherScalars)
		.withCoercionConfig(LogicalType.OtherScalar,
				(config) -> config.setCoercion(CoercionInputShape.EmptyString, CoercionAction.Fail))
		.addModule(new SimpleModule().addDeserializer(Instant.class, new InstantText()))
		.build();

	private EventJson() {
	}

	private static void refuseOtherScalars(MutableCoercionConfig config) {
		config.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
			.setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
			.setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail);
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
			throw unreadable(type, ex);
		}
	}

	/**
	 * Takes over neither Jackson's message nor, as the cause, its exception: they quote
	 * the data, which may be personal and would stand in the log. What a record itself
	 * has against its data names fields only.
	 */
	private static UnreadableEvent unreadable(EventType type, JacksonException ex) {
		Throwable refusal = (ex instanceof ValueInstantiationException) ? ex.getCause() : null;
		return new UnreadableEvent(type.wireName() + ": " + ex.getClass().getSimpleName() + " at "
				+ ex.getPathReference() + ((refusal != null) ? " (" + refusal.getMessage() + ")" : ""), null);
	}

	/** Reads text only: a number could be seconds or milliseconds. */
	private static final class InstantText extends StdDeserializer<Instant> {

		InstantText() {
			super(Instant.class);
		}

		@Override
		public Instant deserialize(JsonParser parser, DeserializationContext context) {
			if (!parser.hasToken(JsonToken.VALUE_STRING)) {
				throw MismatchedInputException.from(parser, Instant.class, "an instant is text");
			}
			try {
				return Instant.parse(parser.getString());
			}
			catch (DateTimeParseException ex) {
				throw MismatchedInputException.from(parser, Instant.class, "an instant is ISO 8601");
			}
		}

	}

}
