package org.salon.notification.channel.wire;

import java.time.Duration;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.salon.notification.channel.http.HttpTarget;
import org.salon.outbound.HttpReply;

/**
 * Reads the answers of chat robots, which say what went wrong by a code in the body, be
 * the status 200 or not.
 *
 * @param limited codes that say that there were too many posts
 * @param later codes that say to try again
 * @param pause how long to leave the robot alone after too many posts
 */
record RobotAnswers(List<String> codeFields, String messageField, Set<Integer> limited, Set<Integer> later,
		Duration pause) {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	Answer read(HttpReply reply, HttpTarget target) {
		JsonNode body = body(reply.body());
		Integer code = (body != null) ? code(body) : null;
		String text = text(reply, code, (body != null) ? body.path(this.messageField).asString("") : "", target);
		if (reply.status() == 429 || (code != null && this.limited.contains(code))) {
			return Answer.limited(text, (reply.retryAfter() != null) ? reply.retryAfter() : this.pause);
		}
		if (reply.status() >= 500 || (code != null && this.later.contains(code))) {
			return Answer.later(text);
		}
		if (reply.good() && code == null) {
			return Answer.unknown(text);
		}
		return (reply.good() && code != null && code == 0) ? Answer.sent(text) : Answer.refused(text);
	}

	private @Nullable Integer code(JsonNode body) {
		return this.codeFields.stream()
			.map(body::path)
			.filter(JsonNode::isInt)
			.map(JsonNode::intValue)
			.findFirst()
			.orElse(null);
	}

	private static @Nullable JsonNode body(String body) {
		try {
			return JSON.readTree(body);
		}
		catch (JacksonException ex) {
			return null;
		}
	}

	private static String text(HttpReply reply, @Nullable Integer code, String message, HttpTarget target) {
		String status = "HTTP " + reply.status() + ", " + ((code != null) ? "code " + code : "no code");
		String said = target.redact(message).replaceAll("[\\p{Cc}\\p{Cf}\\s]+", " ").strip();
		return said.isEmpty() ? status : status + ": " + said;
	}

}
