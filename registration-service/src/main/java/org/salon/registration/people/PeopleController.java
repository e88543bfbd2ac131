package org.salon.registration.people;

import java.util.Locale;
import java.util.Map;
import java.util.UUID;

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
import org.springframework.web.util.UriComponentsBuilder;

import org.salon.events.registration.RegistrationStatus;
import org.salon.registration.input.Checks;
import org.salon.registration.input.InvalidFields;
import org.salon.registration.input.Refused;
import org.salon.registration.registration.PlacesDesk;
import org.salon.registration.web.Forms;

/** The people of a salon in the console: found, looked at, and noted of. */
@Controller
@RequestMapping("/operator/salons/{number:[0-9]{1,9}}/people")
class PeopleController {

	private static final int PAGE = 50;

	private static final int LONGEST_NOTE = 2_000;

	private final People people;

	private final PlaceNotes notes;

	private final SalonHead head;

	private final PlacesDesk desk;

	private final Forms forms;

	PeopleController(People people, PlaceNotes notes, SalonHead head, PlacesDesk desk, Forms forms) {
		this.people = people;
		this.notes = notes;
		this.head = head;
		this.desk = desk;
		this.forms = forms;
	}

	@GetMapping
	String list(@PathVariable int number, @RequestParam Map<String, String> query, Model model, Locale locale) {
		this.head.of(number, model, locale);
		PeopleFilter filter = PeopleFilter.of(query);
		Person.Page page = this.people.page(number, filter, query.get("after"), PAGE);
		model.addAttribute("filter", filter);
		model.addAttribute("statuses", RegistrationStatus.values());
		model.addAttribute("page", page);
		model.addAttribute("counts", this.people.counts(number));
		model.addAttribute("first", query.get("after") == null);
		String list = "/operator/salons/" + number + "/people";
		model.addAttribute("here", address(list, filter, null));
		model.addAttribute("csv", address(list + ".csv", filter, null));
		model.addAttribute("xlsx", address(list + ".xlsx", filter, null));
		model.addAttribute("following", (page.next() != null) ? address(list, filter, page.next()) : null);
		return "operator/people";
	}

	@GetMapping("/{id:[0-9a-f-]{36}}")
	String one(@PathVariable int number, @PathVariable UUID id, Model model, Locale locale) {
		return page(number, id, this.notes.of(id), Map.of(), model, locale);
	}

	/** Two who write at once: the second sees what the first wrote, and loses nothing. */
	@PostMapping("/{id:[0-9a-f-]{36}}/note")
	String note(@PathVariable int number, @PathVariable UUID id, @RequestParam(defaultValue = "0") long version,
			@RequestParam(defaultValue = "") String text, HttpServletResponse response, Model model, Locale locale) {
		find(number, id);
		Checks checks = new Checks();
		try {
			String note = checks.optionalText("text", text, LONGEST_NOTE);
			checks.done();
			if (this.notes.write(id, version, (note != null) ? note : "")) {
				return "redirect:/operator/salons/" + number + "/people/" + id;
			}
		}
		catch (InvalidFields ex) {
			return page(number, id, new PlaceNotes.PlaceNote(version, text), this.forms.errors(ex, response), model,
					locale);
		}
		response.setStatus(HttpStatus.CONFLICT.value());
		PlaceNotes.PlaceNote theirs = this.notes.of(id);
		model.addAttribute("theirs", theirs.text());
		return page(number, id, new PlaceNotes.PlaceNote(theirs.version(), text), Map.of(), model, locale);
	}

	private String page(int number, UUID id, PlaceNotes.PlaceNote note, Map<String, String> errors, Model model,
			Locale locale) {
		this.head.of(number, model, locale);
		model.addAttribute("person", find(number, id));
		model.addAttribute("note", note);
		model.addAttribute("errors", errors);
		model.addAttribute("full", this.desk.isFull(number));
		return "operator/person";
	}

	private Person find(int number, UUID id) {
		return this.people.find(number, id)
			.orElseThrow(() -> new Refused(Refused.Reason.NOT_FOUND, "refused.noSuchRegistration"));
	}

	private static String address(String path, PeopleFilter filter, @Nullable String after) {
		UriComponentsBuilder address = UriComponentsBuilder.fromPath(path);
		filter.query().forEach((name, value) -> address.queryParam(name, "{" + name + "}"));
		if (after != null) {
			address.queryParam("after", after);
		}
		return address.encode().buildAndExpand(filter.query()).toUriString();
	}

}
