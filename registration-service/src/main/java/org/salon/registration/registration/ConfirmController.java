package org.salon.registration.registration;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

import org.salon.events.registration.RegistrationStatus;
import org.salon.registration.web.PageRequests;

/**
 * The button that confirms a place; a mail scanner that follows the link presses none.
 */
@Controller
class ConfirmController {

	private final OwnLinks own;

	private final ConfirmPlace confirm;

	ConfirmController(OwnLinks own, ConfirmPlace confirm) {
		this.own = own;
		this.confirm = confirm;
	}

	@PostMapping("/registrations/{token}/confirm")
	Object confirm(@PathVariable String token, HttpServletRequest request) {
		RegistrationStatus status = this.confirm.confirm(this.own.registration(token).id());
		return PageRequests.acceptsHtml(request) ? "redirect:/registrations/" + token
				: ResponseEntity.ok(new RegistrationController.Signed(status));
	}

}
