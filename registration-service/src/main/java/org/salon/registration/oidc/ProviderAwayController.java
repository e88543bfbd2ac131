package org.salon.registration.oidc;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** Reached where a login by the provider could not begin. */
@Controller
class ProviderAwayController {

	@GetMapping(OidcLogin.START)
	String away() {
		return "redirect:/operator/login?provider=failed";
	}

}
