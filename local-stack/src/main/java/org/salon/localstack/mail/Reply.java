package org.salon.localstack.mail;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/**
 * An answer of the web server.
 *
 * @param status HTTP status
 * @param headers beyond those that every answer has
 * @param body empty for none
 */
record Reply(int status, Map<String, String> headers, byte[] body) {

	static Reply of(String type, String body) {
		return new Reply(200, Map.of("Content-Type", type + "; charset=utf-8"), body.getBytes(StandardCharsets.UTF_8));
	}

	static Reply text(int status, String body) {
		return new Reply(status, Map.of("Content-Type", "text/plain; charset=utf-8"),
				body.getBytes(StandardCharsets.UTF_8));
	}

	Reply with(String header, String value) {
		Map<String, String> more = new HashMap<>(this.headers);
		more.put(header, value);
		return new Reply(this.status, more, this.body);
	}

}
