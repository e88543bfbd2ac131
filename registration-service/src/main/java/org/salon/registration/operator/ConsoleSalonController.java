package org.salon.registration.operator;

import java.time.Clock;
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

import org.salon.registration.input.InvalidFields;
import org.salon.registration.input.JsonFields;
import org.salon.registration.input.Refused;
import org.salon.registration.member.Members;
import org.salon.registration.registration.Attendees;
import org.salon.registration.salon.Attendance;
import org.salon.registration.salon.JoinPictures;
import org.salon.registration.salon.ReplayRequest;
import org.salon.registration.salon.Salon;
import org.salon.registration.salon.SalonDesk;
import org.salon.registration.salon.SalonHistory;
import org.salon.registration.salon.SalonPages;
import org.salon.registration.salon.SalonRequest;
import org.salon.registration.salon.Salons;
import org.salon.registration.salon.VersionCondition;
import org.salon.registration.web.Words;

/** Salons in the console. */
@Controller
@RequestMapping("/operator/salons")
class ConsoleSalonController {

	private static final int PAGE = 50;

	private final Salons salons;

	private final SalonDesk desk;

	private final SalonPages pages;

	private final Attendees attendees;

	private final JoinPictures pictures;

	private final Coming coming;

	private final SalonHistory history;

	private final Members members;

	private final Words words;

	private final Clock clock;

	ConsoleSalonController(Salons salons, SalonDesk desk, SalonPages pages, Attendees attendees, JoinPictures pictures,
			Coming coming, SalonHistory history, Members members, Words words, Clock clock) {
		this.salons = salons;
		this.desk = desk;
		this.pages = pages;
		this.attendees = attendees;
		this.pictures = pictures;
		this.coming = coming;
		this.history = history;
		this.members = members;
		this.words = words;
		this.clock = clock;
	}

	/** An empty form, or one for the next salon like another one. */
	@GetMapping("/new")
	String blank(@RequestParam(required = false) @Nullable Integer like, Model model) {
		model.addAttribute("form", (like != null)
				? SalonForm.nextLike(salon(like), this.salons.nextNumber(), this.clock.instant()) : SalonForm.BLANK);
		model.addAttribute("errors", Map.of());
		model.addAttribute("fresh", true);
		return "operator/salon-form";
	}

	@PostMapping("/new")
	String create(HttpServletRequest request, HttpServletResponse response, Model model) {
		SalonForm form = SalonForm.of(request);
		try {
			SalonRequest fields = new SalonRequest(JsonFields.of(form.json()));
			int number = fields.number();
			this.desk.create(number, fields.details(null));
			return "redirect:/operator/salons/" + number;
		}
		catch (InvalidFields ex) {
			model.addAttribute("fresh", true);
			return again(form, ex, response, model);
		}
	}

	@GetMapping("/{number:[0-9]{1,9}}")
	String one(@PathVariable int number, @RequestParam(defaultValue = "0") int page, Model model, Locale locale) {
		return salonPage(number, page, Map.of(), model, locale);
	}

	@GetMapping("/{number:[0-9]{1,9}}/edit")
	String edit(@PathVariable int number, Model model) {
		return form(SalonForm.of(salon(number)), model);
	}

	@PostMapping("/{number:[0-9]{1,9}}/edit")
	String change(@PathVariable int number, HttpServletRequest request, HttpServletResponse response, Model model) {
		SalonForm form = SalonForm.of(request);
		try {
			SalonRequest fields = new SalonRequest(JsonFields.of(form.json()));
			fields.sameNumber(number);
			// Two operators with the page open do not undo each other's changes.
			VersionCondition condition = new VersionCondition(form.condition());
			if (request.getParameter("back") != null) {
				return form(form, model);
			}
			if (request.getParameter("confirmed") == null
					&& hasToBeConfirmed(salon(number), this.desk.preview(number, condition, fields::details), model)) {
				model.addAttribute("form", form);
				return "operator/salon-confirm";
			}
			this.desk.change(number, condition, fields::details);
			return "redirect:/operator/salons/" + number;
		}
		catch (InvalidFields ex) {
			model.addAttribute("fresh", false);
			return again(form, ex, response, model);
		}
		catch (Refused ex) {
			if (ex.reason() != Refused.Reason.STALE) {
				throw ex;
			}
			return changedMeanwhile(form, salon(number), response, model);
		}
	}

	/** Nobody is to be mailed by a slip: it is said before who will be told what. */
	private boolean hasToBeConfirmed(Salon before, Salon after, Model model) {
		Attendance attendance = this.salons.attendance(before.number());
		if (!before.tells(after) || attendance.registered() + attendance.waitlisted() == 0) {
			return false;
		}
		model.addAttribute("attendance", attendance);
		model.addAttribute("moved", before.isMovedTo(after));
		model.addAttribute("changes", SalonForm.of(before).differences(SalonForm.of(after)));
		model.addAttribute("before", SalonForm.of(before));
		return true;
	}

	private static String form(SalonForm form, Model model) {
		model.addAttribute("form", form);
		model.addAttribute("errors", Map.of());
		model.addAttribute("fresh", false);
		return "operator/salon-form";
	}

	/** Nothing is lost, neither what was typed nor what another operator saved. */
	private static String changedMeanwhile(SalonForm form, Salon now, HttpServletResponse response, Model model) {
		response.setStatus(HttpStatus.CONFLICT.value());
		model.addAttribute("form", form.forVersion(now.version()));
		model.addAttribute("theirs", form.differences(SalonForm.of(now)));
		model.addAttribute("errors", Map.of());
		model.addAttribute("fresh", false);
		return "operator/salon-form";
	}

	@PostMapping("/{number:[0-9]{1,9}}/announce")
	String announce(@PathVariable int number) {
		this.desk.announce(number);
		return "redirect:/operator/salons/" + number;
	}

	@PostMapping("/{number:[0-9]{1,9}}/cancel")
	String cancel(@PathVariable int number) {
		this.desk.cancel(number);
		return "redirect:/operator/salons/" + number;
	}

	@PostMapping("/{number:[0-9]{1,9}}/replays")
	String publishReplay(@PathVariable int number, @RequestParam(defaultValue = "") String links,
			HttpServletResponse response, Model model, Locale locale) {
		try {
			this.desk.publishReplay(number, ReplayRequest.read(JsonFields.of(LinkLines.json(links))));
			return "redirect:/operator/salons/" + number;
		}
		catch (InvalidFields ex) {
			response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
			model.addAttribute("typedLinks", links);
			return salonPage(number, 0, Map.of("links", LinkLines.message(ex, this.words)), model, locale);
		}
	}

	private String salonPage(int number, int page, Map<String, String> errors, Model model, Locale locale) {
		Salon salon = salon(number);
		model.addAttribute("salon", this.pages.page(salon, true, locale));
		model.addAttribute("details", salon.details());
		model.addAttribute("attendees", this.attendees.page(number, page, PAGE));
		model.addAttribute("coming", this.coming.of(number));
		model.addAttribute("picture", this.pictures.has(number));
		model.addAttribute("history", HistoryView.of(salon, this.history.of(number), this.pages, locale));
		model.addAttribute("subscribers", salon.isDraft() ? this.members.subscribers() : null);
		model.addAttribute("errors", errors);
		model.addAttribute("linkLines", model.getAttribute("typedLinks") instanceof String typed ? typed
				: LinkLines.text(salon.details().links()));
		return "operator/salon";
	}

	private String again(SalonForm form, InvalidFields ex, HttpServletResponse response, Model model) {
		response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
		model.addAttribute("form", form);
		model.addAttribute("errors", form.errors(ex, this.words));
		return "operator/salon-form";
	}

	private Salon salon(int number) {
		return this.salons.find(number).orElseThrow(() -> Refused.noSuchSalon(number));
	}

}
