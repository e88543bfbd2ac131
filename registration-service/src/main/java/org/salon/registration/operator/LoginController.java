package org.salon.registration.operator;

import jakarta.servlet.http.HttpServletResponse;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;

import org.salon.access.TooManyLogins;

/** The way into the console. */
@Controller
class LoginController {

	@GetMapping("/operator/login")
	String page() {
		return "operator/login";
	}

	/** Where a login is forwarded to while too many from its address have failed. */
	@PostMapping("/operator/login/limited")
	String limited(@RequestAttribute(TooManyLogins.ATTRIBUTE) TooManyLogins tooMany, Model model,
			HttpServletResponse response) {
		tooMany.tell(response);
		model.addAttribute("seconds", tooMany.seconds());
		return "operator/login";
	}

}
