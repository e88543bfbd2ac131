package org.salon.access.session;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;

import org.salon.access.PasswordPrompt;

/**
 * Sends a reader who opens a page of the operator's to the console's login, which brings
 * them back. Programs are asked for the password by HTTP Basic, and so is a browser that
 * sends a form: it sends the form again by itself, and nothing that was typed is lost.
 */
public final class LoginElsewhere implements AuthenticationEntryPoint {

	private final PasswordPrompt prompt = new PasswordPrompt();

	private final URI console;

	private final URI here;

	/**
	 * The way to the login.
	 * @param console the public address of the service that has it
	 * @param here the public address of this service, whatever address a request came to
	 */
	public LoginElsewhere(URI console, URI here) {
		this.console = console;
		this.here = here;
	}

	@Override
	public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
			throws IOException {
		if (isOpenedByReader(request)) {
			String query = (request.getQueryString() != null) ? "?" + request.getQueryString() : "";
			String page = withoutSlash(this.here) + request.getRequestURI() + query;
			response.setStatus(HttpStatus.FOUND.value());
			response.setHeader(HttpHeaders.LOCATION, withoutSlash(this.console) + "/operator/login?then="
					+ URLEncoder.encode(page, StandardCharsets.UTF_8));
			return;
		}
		this.prompt.commence(request, response, failure);
	}

	/** Who gave a wrong password with the request asks for no page by hand. */
	private static boolean isOpenedByReader(HttpServletRequest request) {
		String accept = request.getHeader(HttpHeaders.ACCEPT);
		return request.getMethod().equals(HttpMethod.GET.name()) && accept != null && accept.contains("text/html")
				&& request.getHeader(HttpHeaders.AUTHORIZATION) == null;
	}

	private static String withoutSlash(URI address) {
		String text = address.toString();
		return text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
	}

}
