package org.salon.archive.metadata;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.StringJoiner;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.util.UriUtils;

import org.salon.archive.web.SalonProperties;

/** The one address of a page, whatever it was asked for by. The error page has none. */
@ControllerAdvice(annotations = Controller.class)
class CanonicalAddress {

	/** The parameters that make another page; language and size show the same one. */
	private static final List<String> KEPT = List.of("query", "tag", "year", "page");

	private final SalonProperties properties;

	CanonicalAddress(SalonProperties properties) {
		this.properties = properties;
	}

	@ModelAttribute("canonical")
	String of(HttpServletRequest request) {
		StringJoiner query = new StringJoiner("&", "?", "").setEmptyValue("");
		for (String name : KEPT) {
			String value = request.getParameter(name);
			if (value != null && !value.isBlank() && !(name.equals("page") && value.equals("0"))) {
				query.add(name + "=" + UriUtils.encode(value, StandardCharsets.UTF_8));
			}
		}
		// The host is the configured one, never the request's; its path is encoded
		// already.
		return this.properties.archiveUrl(request.getRequestURI()) + query;
	}

}
