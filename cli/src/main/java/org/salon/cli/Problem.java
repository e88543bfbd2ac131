package org.salon.cli;

import java.util.StringJoiner;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** What a service says of a call that it refuses (RFC 9457), for people. */
final class Problem {

	private Problem() {
	}

	/**
	 * The detail, and below it each field with what is wrong; empty if it says nothing.
	 */
	static String text(byte[] body) {
		try {
			JsonNode problem = Client.JSON.readTree(body);
			StringJoiner lines = new StringJoiner("\n");
			String detail = problem.path("detail").asString(problem.path("title").asString(""));
			if (!detail.isEmpty()) {
				lines.add(detail);
			}
			for (JsonNode error : problem.path("errors")) {
				String message = error.path("message").asString("");
				if (!message.equals(detail)) {
					lines.add("  " + error.path("field").asString("") + ": " + message);
				}
			}
			return lines.toString();
		}
		catch (JacksonException ex) {
			return "";
		}
	}

}
