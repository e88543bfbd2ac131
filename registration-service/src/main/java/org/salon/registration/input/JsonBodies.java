package org.salon.registration.input;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads request bodies strictly: UTF-8, one JSON value, no field twice, no great depth.
 */
public final class JsonBodies {

	/** No request to this service has to be larger. */
	public static final int MAX_BYTES = 64 * 1024;

	private static final int MAX_DEPTH = 32;

	private static final JsonMapper MAPPER = JsonMapper
		.builder(JsonFactory.builder()
			.streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(MAX_DEPTH).build())
			.enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
			.build())
		.enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
		.build();

	private JsonBodies() {
	}

	/**
	 * Reads one body.
	 * @throws Refused if it is not JSON in UTF-8
	 */
	public static JsonFields read(byte[] body) {
		String text = utf8(body);
		// Jackson would take UTF-16 for what it is; JSON between systems is UTF-8.
		if (text.indexOf('\0') >= 0) {
			throw new Refused(Refused.Reason.UNREADABLE, "refused.notUtf8");
		}
		JsonNode node;
		try {
			node = MAPPER.readTree(text);
		}
		catch (JacksonException ex) {
			// Without the cause's message: it quotes the body.
			throw new Refused(Refused.Reason.UNREADABLE, "refused.notJson");
		}
		if (node == null || node.isMissingNode()) {
			throw new Refused(Refused.Reason.UNREADABLE, "refused.notJson");
		}
		return JsonFields.of(node);
	}

	/**
	 * Decodes text.
	 * @throws Refused if it is not UTF-8
	 */
	public static String utf8(byte[] body) {
		try {
			return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
		}
		catch (CharacterCodingException ex) {
			throw new Refused(Refused.Reason.UNREADABLE, "refused.notUtf8");
		}
	}

}
