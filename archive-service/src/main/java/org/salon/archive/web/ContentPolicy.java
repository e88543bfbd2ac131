package org.salon.archive.web;

import java.util.Collection;

/** What a browser may load for a page, and from where: all of it from here. */
public final class ContentPolicy {

	/** The header that says it. */
	public static final String HEADER = "Content-Security-Policy";

	// Pico draws its arrows with data: pictures.
	static final String PAGES = "default-src 'none'; script-src 'self'; connect-src 'self'; style-src 'self'; "
			+ "img-src 'self' data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

	private ContentPolicy() {
	}

	/** For a page that can show frames of those origins besides. */
	public static String framing(Collection<String> origins) {
		return origins.isEmpty() ? PAGES : PAGES + "; frame-src " + String.join(" ", origins);
	}

}
