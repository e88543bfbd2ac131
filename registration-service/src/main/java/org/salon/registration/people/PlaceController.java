package org.salon.registration.people;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

import org.salon.access.page.Languages;
import org.salon.registration.SalonProperties;
import org.salon.registration.input.Checks;
import org.salon.registration.input.InvalidFields;
import org.salon.registration.input.Refused;
import org.salon.registration.member.EmailAddress;
import org.salon.registration.member.PersonName;
import org.salon.registration.registration.PlacesDesk;
import org.salon.registration.web.Forms;
import org.salon.registration.web.Words;

/** Gives and takes places in the console; what cannot be undone is asked first. */
@Controller
@RequestMapping("/operator/salons/{number:[0-9]{1,9}}/people")
class PlaceController {

	private static final int AFFILIATION = 200;

	private final People people;

	private final PlacesDesk desk;

	private final SalonHead head;

	private final Languages languages;

	private final SalonProperties properties;

	private final Forms forms;

	private final Words words;

	PlaceController(People people, PlacesDesk desk, SalonHead head, Languages languages, SalonProperties properties,
			Forms forms, Words words) {
		this.people = people;
		this.desk = desk;
		this.head = head;
		this.languages = languages;
		this.properties = properties;
		this.forms = forms;
		this.words = words;
	}

	@GetMapping("/add")
	String blank(@PathVariable int number, @RequestParam Map<String, String> typed, Model model, Locale locale) {
		return form(number, typed, Map.of(), model, locale);
	}

	@PostMapping("/add")
	String add(@PathVariable int number, @RequestParam Map<String, String> typed, HttpServletRequest request,
			HttpServletResponse response, Model model, Locale locale) {
		try {
			UUID id = this.desk.add(number, newcomer(typed, request, locale), typed.containsKey("beyondSeats"));
			return "redirect:/operator/salons/" + number + "/people/" + id;
		}
		catch (InvalidFields ex) {
			return form(number, typed, this.forms.errors(ex, response), model, locale);
		}
		catch (Refused ex) {
			if (ex.reason() != Refused.Reason.CONFLICT) {
				throw ex;
			}
			response.setStatus(HttpStatus.CONFLICT.value());
			return form(number, typed, Map.of(Forms.WHOLE, this.words.of(ex.code(), ex.arguments().toArray())), model,
					locale);
		}
	}

	@GetMapping("/{id:[0-9a-f-]{36}}/{action:move-up|remove}")
	String ask(@PathVariable int number, @PathVariable UUID id, @PathVariable String action, Model model,
			Locale locale) {
		this.head.of(number, model, locale);
		model.addAttribute("person", this.people.find(number, id)
			.orElseThrow(() -> new Refused(Refused.Reason.NOT_FOUND, "refused.noSuchRegistration")));
		model.addAttribute("action", action);
		model.addAttribute("full", this.desk.isFull(number));
		return "operator/person-ask";
	}

	@PostMapping("/{id:[0-9a-f-]{36}}/move-up")
	String moveUp(@PathVariable int number, @PathVariable UUID id,
			@RequestParam(required = false) @Nullable String beyondSeats) {
		this.desk.moveUp(number, id, beyondSeats != null);
		return "redirect:/operator/salons/" + number + "/people/" + id;
	}

	@PostMapping("/{id:[0-9a-f-]{36}}/remove")
	String remove(@PathVariable int number, @PathVariable UUID id) {
		this.desk.remove(number, id);
		return "redirect:/operator/salons/" + number + "/people/" + id;
	}

	private PlacesDesk.Newcomer newcomer(Map<String, String> typed, HttpServletRequest request, Locale locale) {
		Checks checks = new Checks();
		Forms.rejectRepeated(request, checks, "name", "email", "affiliation", "locale");
		String name = PersonName.read(checks, typed.get("name"));
		EmailAddress email = EmailAddress.read(checks, typed.get("email"), this.properties.ownAddress());
		String affiliation = checks.optionalLine("affiliation", typed.get("affiliation"), AFFILIATION);
		if (!typed.containsKey("agreed")) {
			checks.reject("agreed", "people.agreed.required");
		}
		checks.done();
		if (email == null) {
			throw new InvalidFields("email", "field.required");
		}
		Locale language = this.languages.named(typed.get("locale"))
			.or(() -> this.languages.named(locale.toLanguageTag()))
			.orElse(this.languages.fallback());
		return new PlacesDesk.Newcomer(name, email, affiliation, language.toLanguageTag());
	}

	private String form(int number, Map<String, String> typed, Map<String, String> errors, Model model, Locale locale) {
		this.head.of(number, model, locale);
		Map<String, String> form = new HashMap<>(typed);
		form.putIfAbsent("locale",
				this.languages.named(locale.toLanguageTag()).orElse(this.languages.fallback()).toLanguageTag());
		model.addAttribute("form", form);
		model.addAttribute("errors", errors);
		model.addAttribute("full", this.desk.isFull(number));
		return "operator/person-add";
	}

}
