package org.salon.registration.replay;

import java.util.Locale;
import java.util.Map;
import java.util.UUID;

import jakarta.servlet.http.HttpServletResponse;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

import org.salon.registration.input.Checks;
import org.salon.registration.input.InvalidFields;
import org.salon.registration.member.MailLinks;
import org.salon.registration.replay.ReplayApproval.Answer;
import org.salon.registration.salon.Salon;
import org.salon.registration.salon.SalonPages;
import org.salon.registration.salon.Salons;
import org.salon.registration.web.Forms;

/**
 * Where a speaker looks at the links of their replay and says whether they may go out.
 */
@Controller
@RequestMapping("/replays/{id:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}}")
class ReplayApprovalController {

	private static final int LONGEST_COMMENT = 1000;

	private final ReplayApprovalDesk desk;

	private final Salons salons;

	private final SalonPages pages;

	private final Forms forms;

	ReplayApprovalController(ReplayApprovalDesk desk, Salons salons, SalonPages pages, Forms forms) {
		this.desk = desk;
		this.salons = salons;
		this.pages = pages;
		this.forms = forms;
	}

	@GetMapping
	String show(@PathVariable UUID id, Model model, Locale locale) {
		return page(this.desk.behind(id), "", Map.of(), model, locale);
	}

	/** By a button only: programs that look at links before people do answer nothing. */
	@PostMapping
	String answer(@PathVariable UUID id, @RequestParam Answer answer, @RequestParam(defaultValue = "") String comment,
			HttpServletResponse response, Model model, Locale locale) {
		Checks checks = new Checks();
		String said = checks.optionalText("comment", comment, LONGEST_COMMENT);
		try {
			checks.done();
			this.desk.answer(id, answer, said);
			return "redirect:/replays/" + id;
		}
		catch (InvalidFields ex) {
			return page(this.desk.behind(id), comment, this.forms.errors(ex, response), model, locale);
		}
	}

	private String page(ReplayApproval asked, String comment, Map<String, String> errors, Model model, Locale locale) {
		Salon salon = this.salons.find(asked.salonNumber()).orElseThrow(MailLinks::unknown);
		model.addAttribute("salon", this.pages.page(salon, false, locale));
		model.addAttribute("asked", asked);
		model.addAttribute("state", asked.state(salon));
		model.addAttribute("comment", comment);
		model.addAttribute("errors", errors);
		return "replay-approval";
	}

}
