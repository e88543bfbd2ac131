package org.salon.access;

import java.io.IOException;
import java.util.Optional;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;

/**
 * Tells who is refused something because of their role from who is refused it for another
 * reason, so that the page can say so.
 */
public final class WrongRole implements AccessDeniedHandler {

	private static final String ATTRIBUTE = WrongRole.class.getName();

	@Override
	public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied)
			throws IOException {
		if (!(denied instanceof CsrfException)) {
			Role.of(SecurityContextHolder.getContext().getAuthentication())
				.ifPresent((role) -> request.setAttribute(ATTRIBUTE, role));
		}
		response.sendError(HttpServletResponse.SC_FORBIDDEN);
	}

	/** The role because of which the request was refused, if it was. */
	public static Optional<Role> of(HttpServletRequest request) {
		return Optional.ofNullable(request.getAttribute(ATTRIBUTE)).map(Role.class::cast);
	}

}
