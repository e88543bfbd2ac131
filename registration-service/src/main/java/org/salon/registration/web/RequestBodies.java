package org.salon.registration.web;

import java.io.IOException;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.http.HttpHeaders;

import org.salon.registration.input.Refused;

/** Reads bodies up to a limit. */
public final class RequestBodies {

	private RequestBodies() {
	}

	/**
	 * The body.
	 * @throws Refused if it is larger, or compressed: a small body could then be any size
	 */
	public static byte[] read(HttpServletRequest request, int maxBytes) throws IOException {
		String encoding = request.getHeader(HttpHeaders.CONTENT_ENCODING);
		if (encoding != null && !encoding.equalsIgnoreCase("identity")) {
			throw new Refused(Refused.Reason.UNSUPPORTED, "refused.encoded");
		}
		if (request.getContentLengthLong() > maxBytes) {
			throw tooLarge(maxBytes);
		}
		byte[] body = request.getInputStream().readNBytes(maxBytes + 1);
		if (body.length > maxBytes) {
			throw tooLarge(maxBytes);
		}
		return body;
	}

	private static Refused tooLarge(int maxBytes) {
		return new Refused(Refused.Reason.TOO_LARGE, "refused.tooLarge", maxBytes / 1024);
	}

}
