package org.salon.registration.registration;

import java.util.Locale;
import java.util.Map;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

import org.salon.access.page.Languages;
import org.salon.registration.input.Checks;
import org.salon.registration.input.InvalidFields;
import org.salon.registration.salon.Salons;
import org.salon.registration.web.Forms;

/** Changes of someone's own details, and their lost mail. */
@Controller
@RequestMapping("/registrations/{token}")
class OwnDetailsController {

	private final OwnLinks own;

	private final OwnPlace place;

	private final OwnPlacePage page;

	private final Salons salons;

	private final Languages languages;

	private final Forms forms;

	OwnDetailsController(OwnLinks own, OwnPlace place, OwnPlacePage page, Salons salons, Languages languages,
			Forms forms) {
		this.own = own;
		this.place = place;
		this.page = page;
		this.salons = salons;
		this.languages = languages;
		this.forms = forms;
	}

	/** For those who reload an answer, or choose another language there. */
	@GetMapping({ "/details", "/mail" })
	String back(@PathVariable String token) {
		return "redirect:/registrations/" + token;
	}

	@PostMapping("/details")
	String save(@PathVariable String token, HttpServletRequest request, HttpServletResponse response, Model model,
			Locale reader) {
		Registration registration = this.own.registration(token);
		Questionnaire questions = new Questionnaire(this.salons.signUpRules(registration.salonNumber()).questions());
		OwnDetails.Form form = OwnDetails.Form.of(request, questions);
		Checks checks = new Checks();
		Forms.rejectRepeated(request, checks, "name", "affiliation", "note", "locale", "zone");
		try {
			OwnDetails details = OwnDetails.read(form, questions, checks);
			String locale = this.languages.named(details.locale())
				.map(Locale::toLanguageTag)
				.orElseGet(() -> this.own.holder(registration).locale());
			this.place.describe(registration, details, questions, locale);
			return "redirect:/registrations/" + token + "?saved";
		}
		catch (InvalidFields ex) {
			Map<String, String> errors = this.forms.errors(ex, response);
			return this.page.show(token, registration, form, errors, model, reader);
		}
	}

	@PostMapping("/mail")
	String mailAgain(@PathVariable String token) {
		boolean sent = this.place.mailAgain(this.own.registration(token));
		return "redirect:/registrations/" + token + "?mail=" + (sent ? "sent" : "soon");
	}

}
