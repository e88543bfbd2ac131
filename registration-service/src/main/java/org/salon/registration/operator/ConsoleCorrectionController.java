package org.salon.registration.operator;

import java.util.Locale;
import java.util.Map;

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
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import org.salon.access.audit.ChangesNothing;
import org.salon.registration.input.InvalidFields;
import org.salon.registration.input.JsonFields;
import org.salon.registration.input.Refused;
import org.salon.registration.salon.Correction;
import org.salon.registration.salon.CorrectionDesk;
import org.salon.registration.salon.CorrectionRequest;
import org.salon.registration.salon.RenumberRequest;
import org.salon.registration.salon.Salon;
import org.salon.registration.salon.SalonHistory;
import org.salon.registration.salon.SalonPages;
import org.salon.registration.salon.Salons;
import org.salon.registration.salon.VersionCondition;
import org.salon.registration.web.Words;

/** Mends what is said of past salons, in the console: shown first, then saved. */
@Controller
@RequestMapping("/operator/salons/{number:[0-9]{1,9}}")
class ConsoleCorrectionController {

	private final Salons salons;

	private final SalonHistory history;

	private final CorrectionDesk desk;

	private final SalonPages pages;

	private final Words words;

	ConsoleCorrectionController(Salons salons, SalonHistory history, CorrectionDesk desk, SalonPages pages,
			Words words) {
		this.salons = salons;
		this.history = history;
		this.desk = desk;
		this.pages = pages;
		this.words = words;
	}

	/** The form, with what is said now, or what was said when it had that version. */
	@GetMapping("/correct")
	String form(@PathVariable int number, @RequestParam(required = false) @Nullable Long version, Model model,
			Locale locale) {
		Salon salon = salon(number);
		CorrectionForm form = CorrectionForm.of(salon.version(),
				(version != null) ? this.history.detailsAt(salon, version) : salon.details());
		return page(salon, form, Map.of(), model, locale);
	}

	/** What a correction would change. */
	@ChangesNothing
	@PostMapping(path = "/correct", params = "then!=save")
	String look(@PathVariable int number, HttpServletRequest request, HttpServletResponse response, Model model,
			Locale locale) {
		return correct(number, "preview", request, response, model, locale);
	}

	@PostMapping("/correct")
	String correct(@PathVariable int number, @RequestParam String then, HttpServletRequest request,
			HttpServletResponse response, Model model, Locale locale) {
		Salon salon = salon(number);
		CorrectionForm form = CorrectionForm.of(request);
		try {
			CorrectionForm present = CorrectionForm.of(salon.version(), salon.details());
			Correction correction = CorrectionRequest.read(JsonFields.of(form.json(present)));
			if (then.equals("save") && form.wasSeen()) {
				// Two operators with the page open do not undo each other's changes.
				this.desk.correct(number, new VersionCondition(form.condition()), correction);
				return "redirect:/operator/salons/" + number;
			}
			model.addAttribute("changes", ChangeView.of(this.desk.preview(number, correction)));
			return page(salon, form, Map.of(), model, locale);
		}
		catch (InvalidFields ex) {
			response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
			return page(salon, form, form.errors(ex, this.words), model, locale);
		}
	}

	@PostMapping("/renumber")
	String renumber(@PathVariable int number, @RequestParam(defaultValue = "") String to,
			@RequestParam(defaultValue = "") String reason, HttpServletResponse response, Model model, Locale locale) {
		Map<String, String> errors;
		try {
			return "redirect:/operator/salons/"
					+ this.desk.renumber(number, RenumberRequest.read(number, json(to, reason))).number();
		}
		catch (InvalidFields ex) {
			errors = Map.of("to", this.words.of(ex.problems().getFirst()));
		}
		catch (Refused ex) {
			errors = Map.of("to", this.words.of(ex.code(), ex.arguments().toArray()));
		}
		response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
		Salon salon = salon(number);
		model.addAttribute("to", to);
		return page(salon, CorrectionForm.of(salon.version(), salon.details()), errors, model, locale);
	}

	private static JsonFields json(String to, String reason) {
		ObjectNode json = JsonNodeFactory.instance.objectNode().put("reason", reason);
		if (to.strip().matches("[0-9]{1,9}")) {
			json.put("to", Integer.parseInt(to.strip()));
		}
		else if (!to.isBlank()) {
			json.put("to", to);
		}
		return JsonFields.of(json);
	}

	private String page(Salon salon, CorrectionForm form, Map<String, String> errors, Model model, Locale locale) {
		model.addAttribute("salon", this.pages.page(salon, true, locale));
		model.addAttribute("form", form);
		model.addAttribute("errors", errors);
		return "operator/correct";
	}

	private Salon salon(int number) {
		return this.salons.find(number).orElseThrow(() -> Refused.noSuchSalon(number));
	}

}
