package org.salon.notification.desk;

import jakarta.servlet.http.HttpServletRequest;
import org.salon.access.Role;

import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/**
 * Tells the pages what their reader may do: forms that would be refused are not shown.
 */
@ControllerAdvice(basePackageClasses = DeskRoles.class)
class DeskRoles {

	@ModelAttribute("mayChange")
	boolean mayChange(HttpServletRequest request) {
		return request.isUserInRole(Role.ORGANISER.security());
	}

}
