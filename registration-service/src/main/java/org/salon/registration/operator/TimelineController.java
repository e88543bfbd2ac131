package org.salon.registration.operator;

import java.util.Locale;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

import org.salon.registration.input.InvalidFields;
import org.salon.registration.input.Refused;
import org.salon.registration.salon.Salon;
import org.salon.registration.salon.SalonStage;
import org.salon.registration.salon.Salons;
import org.salon.registration.series.PlannedAnnouncements;

/** The timeline of a salon, in the console. */
@Controller
@RequestMapping("/operator/salons/{number:[0-9]{1,9}}/timeline")
class TimelineController {

	private final Salons salons;

	private final Timeline timeline;

	private final PlannedAnnouncements announcements;

	TimelineController(Salons salons, Timeline timeline, PlannedAnnouncements announcements) {
		this.salons = salons;
		this.timeline = timeline;
		this.announcements = announcements;
	}

	@GetMapping
	String show(@PathVariable int number, @RequestHeader(name = "HX-Request", defaultValue = "false") boolean part,
			Model model, Locale locale) {
		Salon salon = salon(number);
		model.addAttribute("number", number);
		model.addAttribute("title", salon.details().title());
		model.addAttribute("draft", salon.stage() == SalonStage.DRAFT);
		model.addAttribute("days", this.announcements.of(number).stream().boxed().findFirst().orElse(null));
		model.addAttribute("usual", PlannedAnnouncements.USUAL);
		model.addAttribute("timeline", this.timeline.of(salon, locale));
		return part ? "operator/timeline :: steps" : "operator/timeline";
	}

	@PostMapping
	String plan(@PathVariable int number, @RequestParam(defaultValue = "") String days) {
		if (salon(number).stage() != SalonStage.DRAFT) {
			throw new Refused(Refused.Reason.CONFLICT, "refused.salon.announced", Integer.toString(number));
		}
		if (days.isBlank()) {
			this.announcements.forget(number);
		}
		else {
			this.announcements.plan(number, days(days.strip()));
		}
		return "redirect:/operator/salons/" + number + "/timeline";
	}

	private static int days(String text) {
		if (text.matches("[0-9]{1,2}") && Integer.parseInt(text) <= PlannedAnnouncements.MOST) {
			return Integer.parseInt(text);
		}
		throw new InvalidFields("days", "field.between", 0, PlannedAnnouncements.MOST);
	}

	private Salon salon(int number) {
		return this.salons.find(number)
			.filter((salon) -> salon.stage() != SalonStage.ARCHIVED && salon.stage() != SalonStage.CANCELLED)
			.orElseThrow(() -> Refused.noSuchSalon(number));
	}

}
