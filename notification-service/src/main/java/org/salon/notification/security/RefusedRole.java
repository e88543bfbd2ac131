package org.salon.notification.security;

import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.salon.access.Role;
import org.salon.access.WrongRole;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.web.error.ErrorAttributeOptions;
import org.springframework.boot.webmvc.error.DefaultErrorAttributes;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.WebRequest;

/**
 * Says to whom their role does not allow something that it is because of that: as a page
 * to people, as a problem detail (RFC 9457) to programs.
 */
@Component
class RefusedRole extends DefaultErrorAttributes implements AccessDeniedHandler {

	private static final String ROLE = RefusedRole.class.getName() + ".role";

	private final WrongRole page = new WrongRole();

	private final MessageSource messages;

	private final JsonMapper json;

	RefusedRole(MessageSource messages, JsonMapper json) {
		this.messages = messages;
		this.json = json;
	}

	@Override
	public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied)
			throws IOException {
		Optional<Role> role = Role.of(SecurityContextHolder.getContext().getAuthentication());
		String accept = request.getHeader(HttpHeaders.ACCEPT);
		if (role.isEmpty() || (accept != null && accept.contains(MediaType.TEXT_HTML_VALUE))) {
			role.ifPresent((refused) -> request.setAttribute(ROLE, refused.name()));
			this.page.handle(request, response, denied);
			return;
		}
		Locale reader = request.getLocale();
		ProblemDetail problem = ProblemDetail.forStatusAndDetail(HttpStatus.FORBIDDEN,
				this.messages.getMessage("error.role." + role.get(), null, reader));
		problem.setTitle(this.messages.getMessage("error.role", null, reader));
		response.setStatus(HttpStatus.FORBIDDEN.value());
		response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
		this.json.writeValue(response.getOutputStream(), problem);
	}

	/** For the page: the role that something was refused to. */
	@Override
	public Map<String, Object> getErrorAttributes(WebRequest request, ErrorAttributeOptions options) {
		Map<String, Object> attributes = super.getErrorAttributes(request, options);
		Object role = request.getAttribute(ROLE, RequestAttributes.SCOPE_REQUEST);
		if (role != null) {
			attributes.put("role", role);
		}
		return attributes;
	}

}
