package org.salon.registration.registration;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

import org.salon.events.link.LinkPurpose;
import org.salon.events.link.LinkToken;
import org.salon.events.registration.RegistrationStatus;
import org.salon.registration.member.MailLinks;
import org.salon.registration.web.PageRequests;

/**
 * The button that confirms a place; a mail scanner that follows the link presses none.
 */
@Controller
class ConfirmController {

	private final Registrations registrations;

	private final MailLinks links;

	private final ConfirmPlace confirm;

	ConfirmController(Registrations registrations, MailLinks links, ConfirmPlace confirm) {
		this.registrations = registrations;
		this.links = links;
		this.confirm = confirm;
	}

	@PostMapping("/registrations/{token}/confirm")
	Object confirm(@PathVariable String token, HttpServletRequest request) {
		LinkToken link = this.links.read(token, LinkPurpose.REGISTRATION);
		Registration registration = this.registrations.find(link.id()).orElseThrow(MailLinks::unknown);
		this.links.checkGeneration(link, registration.linkGeneration());
		RegistrationStatus status = this.confirm.confirm(registration.id());
		return PageRequests.acceptsHtml(request) ? "redirect:/registrations/" + token
				: ResponseEntity.ok(new RegistrationController.Signed(status));
	}

}
