package org.salon.notification.desk;

import java.util.Locale;

import org.salon.notification.sendercheck.SenderReport;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Whether others will take our mails for what they are. */
@Controller
class SenderPage {

	private final SenderReport report;

	SenderPage(SenderReport report) {
		this.report = report;
	}

	@GetMapping("/operator/mail/sender")
	String show(Locale locale, Model model) {
		model.addAttribute("report", this.report.write(locale.toLanguageTag()));
		return "desk/sender";
	}

}
