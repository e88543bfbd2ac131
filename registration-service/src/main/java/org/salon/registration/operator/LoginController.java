package org.salon.registration.operator;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;

import org.salon.access.TooManyLogins;
import org.salon.registration.oidc.OidcProperties;

/** The way into the console. */
@Controller
class LoginController {

	static final String WRONG = LoginController.class.getName() + ".wrong";

	private final ReturnAddresses returns;

	private final OidcProperties provider;

	LoginController(ReturnAddresses returns, OidcProperties provider) {
		this.returns = returns;
		this.provider = provider;
	}

	/** Whether there is another way in besides a password. */
	@ModelAttribute("provider")
	boolean provider() {
		return this.provider.isOn();
	}

	@GetMapping("/operator/login")
	String page(HttpServletRequest request, Model model) {
		model.addAttribute("then", this.returns.wanted(request).orElse(null));
		return "operator/login";
	}

	/** Where a form is forwarded to that was sent when the session was over. */
	@PostMapping("/operator/login/kept")
	String kept(HttpServletRequest request, Model model, HttpServletResponse response) {
		model.addAttribute("kept", KeptForm.in(request).orElseGet(() -> KeptForm.turnedAway(request)));
		model.addAttribute("wrong", request.getAttribute(WRONG) != null);
		response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
		return "operator/login";
	}

	/** Where a login is forwarded to that such a form came along with. */
	@PostMapping("/operator/login/continue")
	String goOn(HttpServletRequest request, Model model) {
		model.addAttribute("kept", KeptForm.in(request).orElseThrow());
		return "operator/login-continue";
	}

	/** Where a login is forwarded to while too many from its address have failed. */
	@PostMapping("/operator/login/limited")
	String limited(@RequestAttribute(TooManyLogins.ATTRIBUTE) TooManyLogins tooMany, Model model,
			HttpServletRequest request, HttpServletResponse response) {
		model.addAttribute("then", this.returns.wanted(request).orElse(null));
		model.addAttribute("kept", KeptForm.in(request).orElse(null));
		tooMany.tell(response);
		model.addAttribute("seconds", tooMany.seconds());
		return "operator/login";
	}

}
