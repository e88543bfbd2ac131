package org.salon.registration.operator;

import java.util.Locale;
import java.util.Set;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.http.HttpHeaders;

import org.salon.access.session.OperatorSessions;
import org.salon.registration.web.PageRequests;

/**
 * Which requests have to prove that they come from our own pages: those that a browser
 * could be made to send with something that it keeps for us.
 */
final class CsrfRules {

	private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS", "TRACE");

	private CsrfRules() {
	}

	/**
	 * The console's session does; a program with credentials of its own does not, unless
	 * a browser says that another site made it call.
	 */
	static boolean appliesToApi(HttpServletRequest request) {
		if (SAFE.contains(request.getMethod())) {
			return false;
		}
		String authorization = request.getHeader(HttpHeaders.AUTHORIZATION);
		if (authorization != null && authorization.toLowerCase(Locale.ROOT).startsWith("basic ")) {
			String site = request.getHeader("Sec-Fetch-Site");
			return "cross-site".equals(site) || "same-site".equals(site);
		}
		String path = request.getRequestURI();
		boolean publicCall = path.endsWith("/registrations") || path.equals("/api/subscriptions");
		return !publicCall && OperatorSessions.isIn(request);
	}

	/**
	 * Forms do. One-click unsubscribing cannot (RFC 8058), and what is asked by a program
	 * under a secret link needs none: whoever knows the link may do it anyway.
	 */
	static boolean appliesToPage(HttpServletRequest request) {
		if (SAFE.contains(request.getMethod())) {
			return false;
		}
		String path = request.getRequestURI();
		if (path.startsWith("/unsubscribe/")) {
			return false;
		}
		return !path.startsWith("/registrations/") || PageRequests.acceptsHtml(request);
	}

}
