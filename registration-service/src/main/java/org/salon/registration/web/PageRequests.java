package org.salon.registration.web;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.http.HttpHeaders;

/** Tells people with a browser from programs. */
public final class PageRequests {

	private PageRequests() {
	}

	/** Whether the answer is to be a page: outside the API, for one who reads HTML. */
	public static boolean wantsPage(HttpServletRequest request) {
		return !isApi(path(request)) && acceptsHtml(request);
	}

	/** Whether the request says that it reads HTML; every browser's form does. */
	public static boolean acceptsHtml(HttpServletRequest request) {
		String accept = request.getHeader(HttpHeaders.ACCEPT);
		return accept != null && accept.contains("text/html");
	}

	static boolean isApi(String path) {
		return path.startsWith("/api/") || path.startsWith("/actuator/") || path.startsWith("/v3/");
	}

	private static String path(HttpServletRequest request) {
		Object original = request.getAttribute("jakarta.servlet.error.request_uri");
		return (original instanceof String uri) ? uri : request.getRequestURI();
	}

}
