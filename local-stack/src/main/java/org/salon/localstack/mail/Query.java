package org.salon.localstack.mail;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/** The parameters of a request; what makes no sense counts as not given. */
record Query(Map<String, String> parameters) {

	static Query of(@Nullable String raw) {
		Map<String, String> parameters = new HashMap<>();
		for (String pair : ((raw != null) ? raw : "").split("&")) {
			int equals = pair.indexOf('=');
			if (equals > 0) {
				parameters.putIfAbsent(decoded(pair.substring(0, equals)), decoded(pair.substring(equals + 1)));
			}
		}
		return new Query(parameters);
	}

	String text(String name) {
		return this.parameters.getOrDefault(name, "").strip();
	}

	int number(String name, int standard, int most) {
		try {
			int number = Integer.parseInt(text(name));
			return (number < 0) ? standard : Math.min(number, most);
		}
		catch (NumberFormatException ex) {
			return standard;
		}
	}

	private static String decoded(String text) {
		try {
			return URLDecoder.decode(text, StandardCharsets.UTF_8);
		}
		catch (IllegalArgumentException ex) {
			return text;
		}
	}

}
