package org.salon.registration.operator;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

import org.salon.registration.invitation.InvitationExport;

/** The invitation of a salon in the console, to be copied and posted. */
@Controller
class ConsoleInvitationController {

	private final InvitationExport invitations;

	ConsoleInvitationController(InvitationExport invitations) {
		this.invitations = invitations;
	}

	@GetMapping("/operator/salons/{number:[0-9]{1,9}}/invitation")
	String show(@PathVariable int number, Model model) {
		model.addAttribute("number", number);
		model.addAttribute("markdown", this.invitations.of(number));
		return "operator/invitation";
	}

}
