package org.salon.notification.desk;

import java.security.Principal;

import org.salon.notification.ledger.SendingSwitch;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** Lets no mail go for a while; that it is so is said on every page. */
@Controller
@RequestMapping("/operator/mail/sending")
class SendingPages {

	private final SendingSwitch sending;

	SendingPages(SendingSwitch sending) {
		this.sending = sending;
	}

	@PostMapping("/pause")
	String pause(Principal operator) {
		this.sending.pause(operator.getName());
		return "redirect:/operator/mail?done=sendingPaused";
	}

	@PostMapping("/resume")
	String resume(Principal operator) {
		this.sending.resume(operator.getName());
		return "redirect:/operator/mail?done=sendingResumed";
	}

}
