package org.salon.registration.registration;

import java.util.Locale;
import java.util.Map;
import java.util.Set;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

import org.salon.access.page.Languages;
import org.salon.events.registration.RegistrationStatus;
import org.salon.events.salon.SignUpRules;
import org.salon.registration.SalonProperties;
import org.salon.registration.guard.FormGuard;
import org.salon.registration.input.Checks;
import org.salon.registration.input.InvalidFields;
import org.salon.registration.input.Refused;
import org.salon.registration.salon.Salon;
import org.salon.registration.salon.SalonPage;
import org.salon.registration.salon.SalonPages;
import org.salon.registration.salon.Salons;
import org.salon.registration.share.Invitations;
import org.salon.registration.web.Forms;

/** The invitation with the form, for everyone, with or without JavaScript. */
@Controller
class SalonPageController {

	private static final Set<String> RESULTS = Set.of(RegistrationStatus.WAITLISTED.name(),
			RegistrationStatus.PENDING.name());

	private final Salons salons;

	private final SalonPages pages;

	private final FrontDoor door;

	private final Languages languages;

	private final Forms forms;

	private final SalonProperties properties;

	private final Invitations invitations;

	private final FormGuard guard;

	SalonPageController(Salons salons, SalonPages pages, FrontDoor door, Languages languages, Forms forms,
			SalonProperties properties, Invitations invitations, FormGuard guard) {
		this.invitations = invitations;
		this.guard = guard;
		this.salons = salons;
		this.pages = pages;
		this.door = door;
		this.languages = languages;
		this.forms = forms;
		this.properties = properties;
	}

	@GetMapping("/")
	String coming(HttpServletRequest request, Model model, Locale locale) {
		model.addAttribute("webcal", this.invitations.webcal());
		model.addAttribute("salons", this.pages.coming(locale));
		model.addAttribute("extras", this.guard.extras(request, ""));
		model.addAttribute("archive", this.properties.archiveBaseUrl() + "/archive");
		return "index";
	}

	@GetMapping("/salons/{number:[0-9]{1,9}}")
	String salon(@PathVariable int number, HttpServletRequest request, Model model, Locale locale) {
		return page(number, new SignUpForm("", "", "", "", locale(null, locale).toLanguageTag(), Map.of()), Map.of(),
				request, model, locale);
	}

	/** For those who reload the form's answer, or choose another language there. */
	@GetMapping("/salons/{number:[0-9]{1,9}}/registrations")
	String backToSalon(@PathVariable int number, @RequestParam(required = false) @Nullable String lang) {
		return "redirect:/salons/" + number + "#sign-up";
	}

	@PostMapping("/salons/{number:[0-9]{1,9}}/registrations")
	String signUp(@PathVariable int number, HttpServletRequest request, HttpServletResponse response, Model model,
			Locale locale) {
		SignUpRules rules = this.salons.signUpRules(number);
		SignUpForm form = SignUpForm.of(request, new Questionnaire(rules.questions()));
		if (form.isFilledByProgram(request)) {
			return "redirect:/salons/" + number + "/thanks?place="
					+ (rules.confirmAddress() ? RegistrationStatus.PENDING : RegistrationStatus.REGISTERED);
		}
		Checks checks = new Checks();
		SignUpForm.rejectRepeated(request, checks);
		this.guard.check(request, form.email(), checks);
		try {
			RegistrationStatus status = this.door.signUp(request, number, form.typed(), checks,
					locale(form.locale(), locale), null);
			return "redirect:/salons/" + number + "/thanks?place=" + status;
		}
		catch (InvalidFields ex) {
			return page(number, form, this.forms.errors(ex, response), request, model, locale);
		}
		catch (Refused ex) {
			return page(number, form, this.forms.errors(ex, response), request, model, locale);
		}
	}

	@GetMapping("/salons/{number:[0-9]{1,9}}/thanks")
	String thanks(@PathVariable int number, @RequestParam(defaultValue = "REGISTERED") String place, Model model,
			Locale locale) {
		model.addAttribute("salon", this.pages.page(salon(number), false, locale));
		model.addAttribute("place", RESULTS.contains(place) ? place.toLowerCase(Locale.ROOT) : "registered");
		return "thanks";
	}

	private String page(int number, SignUpForm form, Map<String, String> errors, HttpServletRequest request,
			Model model, Locale locale) {
		Salon salon = salon(number);
		SalonPage shown = this.pages.page(salon, false, locale);
		model.addAttribute("salon", shown);
		model.addAttribute("sharing", this.invitations.sharing(salon, shown, locale));
		model.addAttribute("extras", this.guard.extras(request, form.email()));
		model.addAttribute("form", form);
		model.addAttribute("questions",
				new Questionnaire(salon.details().signUp().questions()).fields(form.answers(), errors));
		model.addAttribute("errors", errors);
		model.addAttribute("source", SignUpSource.of(request).orElse(null));
		model.addAttribute("archive", this.properties.archiveBaseUrl() + "/archive/" + number);
		return "salon";
	}

	private Salon salon(int number) {
		return this.salons.find(number).filter(Salon::isPublic).orElseThrow(() -> Refused.noSuchSalon(number));
	}

	private Locale locale(@Nullable String chosen, Locale reader) {
		return this.languages.named(chosen)
			.or(() -> this.languages.named(reader.toLanguageTag()))
			.orElse(this.languages.fallback());
	}

}
