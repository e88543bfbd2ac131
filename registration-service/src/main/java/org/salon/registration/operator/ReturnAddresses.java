package org.salon.registration.operator;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;

import org.salon.access.Role;
import org.salon.registration.SalonProperties;

/**
 * Where the operator wanted to go before the login: a page of the console, or of one of
 * our other services. Whatever else somebody writes into the link is not followed.
 */
@Component
class ReturnAddresses {

	private static final String PARAMETER = "then";

	private static final String CONSOLE = "/operator";

	private static final String SALONS = "/operator/salons";

	private final List<URI> services;

	ReturnAddresses(SalonProperties properties) {
		this.services = List.of(properties.baseUrl(), properties.archiveBaseUrl(), properties.notificationBaseUrl());
	}

	/** Of all services, as browsers name them. */
	List<String> origins() {
		return this.services.stream()
			.map((service) -> service.getScheme() + "://" + service.getRawAuthority())
			.distinct()
			.toList();
	}

	/** The parameter that leads back to the page that was asked for. */
	static String toPage(HttpServletRequest request) {
		if (!request.getMethod().equals("GET") || request.getRequestURI().equals(CONSOLE)) {
			return "";
		}
		String query = (request.getQueryString() != null) ? "?" + request.getQueryString() : "";
		return parameter("?", request.getRequestURI() + query);
	}

	/** Where to go after the login: helpers at the door see no more than the salons. */
	String of(HttpServletRequest request, Authentication who) {
		return wanted(request).orElseGet(() -> Role.of(who).equals(Optional.of(Role.DOOR)) ? SALONS : CONSOLE);
	}

	/** The page that was wanted, if one of ours was. */
	Optional<String> wanted(HttpServletRequest request) {
		// Who comes back from a provider brings it along in another way.
		return Optional.ofNullable(request.getParameter(PARAMETER))
			.or(() -> Optional.ofNullable(request.getAttribute(PARAMETER)).map(String.class::cast))
			.filter(this::isOurs);
	}

	/** The parameter again, for the next try. */
	String parameter(HttpServletRequest request, String joint) {
		return wanted(request).map((page) -> parameter(joint, page)).orElse("");
	}

	private boolean isOurs(String page) {
		// Browsers read a backslash as a slash, and skip control characters.
		if (page.chars().anyMatch((one) -> one <= ' ' || one == '\\' || one == 0x7F)) {
			return false;
		}
		URI uri;
		try {
			uri = URI.create(page);
		}
		catch (IllegalArgumentException ex) {
			return false;
		}
		if (uri.getScheme() == null && uri.getRawAuthority() == null) {
			return page.equals(CONSOLE) || page.startsWith(CONSOLE + "/") || page.startsWith(CONSOLE + "?");
		}
		return this.services.stream()
			.anyMatch((service) -> service.getScheme().equals(uri.getScheme())
					&& service.getRawAuthority().equals(uri.getRawAuthority()));
	}

	private static String parameter(String joint, String page) {
		return joint + PARAMETER + "=" + URLEncoder.encode(page, StandardCharsets.UTF_8);
	}

}
