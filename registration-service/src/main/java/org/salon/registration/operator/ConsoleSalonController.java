package org.salon.registration.operator;

import java.time.Clock;
import java.util.List;
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

import org.salon.events.salon.Link;
import org.salon.registration.input.InvalidFields;
import org.salon.registration.input.JsonFields;
import org.salon.registration.input.Refused;
import org.salon.registration.replay.ReplayApprovalDesk;
import org.salon.registration.salon.Attendance;
import org.salon.registration.salon.HistoryEntry.Author;
import org.salon.registration.salon.ReplayRequest;
import org.salon.registration.salon.Salon;
import org.salon.registration.salon.SalonDesk;
import org.salon.registration.salon.SalonRequest;
import org.salon.registration.salon.Salons;
import org.salon.registration.salon.VersionCondition;
import org.salon.registration.web.Words;

/** Salons in the console. */
@Controller
@RequestMapping("/operator/salons")
class ConsoleSalonController {

	private final Salons salons;

	private final SalonDesk desk;

	private final ReplayApprovalDesk approvals;

	private final SalonSections sections;

	private final Words words;

	private final Clock clock;

	ConsoleSalonController(Salons salons, SalonDesk desk, ReplayApprovalDesk approvals, SalonSections sections,
			Words words, Clock clock) {
		this.salons = salons;
		this.desk = desk;
		this.approvals = approvals;
		this.sections = sections;
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
		this.desk.announce(number, Author.OPERATOR);
		return "redirect:/operator/salons/" + number;
	}

	@PostMapping("/{number:[0-9]{1,9}}/cancel")
	String cancel(@PathVariable int number) {
		this.desk.cancel(number);
		return "redirect:/operator/salons/" + number;
	}

	/** Publishes the links, or asks the speaker first. */
	@PostMapping("/{number:[0-9]{1,9}}/replays")
	String publishReplay(@PathVariable int number, @RequestParam(defaultValue = "") String links,
			@RequestParam(defaultValue = "publish") String then, HttpServletResponse response, Model model,
			Locale locale) {
		try {
			List<Link> read = ReplayRequest.read(JsonFields.of(LinkLines.json(links)));
			if (then.equals("ask")) {
				this.approvals.ask(number, read);
				return "redirect:/operator/salons/" + number + "#approval";
			}
			this.desk.publishReplay(number, read, Author.OPERATOR);
			return "redirect:/operator/salons/" + number;
		}
		catch (InvalidFields ex) {
			response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
			model.addAttribute("typedLinks", links);
			return salonPage(number, 0, Map.of("links", LinkLines.message(ex, this.words)), model, locale);
		}
	}

	/** The question is taken back; what was answered is forgotten. */
	@PostMapping("/{number:[0-9]{1,9}}/replays/unask")
	String unask(@PathVariable int number) {
		this.approvals.withdraw(number);
		return "redirect:/operator/salons/" + number;
	}

	private String salonPage(int number, int page, Map<String, String> errors, Model model, Locale locale) {
		this.sections.show(salon(number), page, model, locale);
		model.addAttribute("errors", errors);
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
