package org.salon.registration.operator;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

import org.salon.access.Role;

/** Tells the console's pages what their reader may do: what is refused is not offered. */
@ControllerAdvice(annotations = Controller.class)
class ConsoleRoles {

	@ModelAttribute
	void roles(HttpServletRequest request, Model model) {
		if (!request.getRequestURI().startsWith("/operator")) {
			return;
		}
		boolean organiser = request.isUserInRole(Role.ORGANISER.security());
		model.addAttribute("mayChange", organiser);
		model.addAttribute("maySee", organiser || request.isUserInRole(Role.READER.security()));
		model.addAttribute("mayCheckIn", organiser || request.isUserInRole(Role.DOOR.security()));
	}

}
