package org.salon.outbound;

import java.net.URI;
import java.util.Map;

/** A request to post. Its address may have a secret in it. */
public record HttpCall(URI uri, Map<String, String> headers, String body) {

	public HttpCall {
		headers = Map.copyOf(headers);
	}

	@Override
	public String toString() {
		return "HttpCall[" + this.uri.getHost() + "]";
	}

}
