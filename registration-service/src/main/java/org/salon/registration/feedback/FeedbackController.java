package org.salon.registration.feedback;

import java.util.Locale;
import java.util.Map;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

import org.salon.events.link.LinkPurpose;
import org.salon.registration.SalonProperties;
import org.salon.registration.input.Checks;
import org.salon.registration.input.InvalidFields;
import org.salon.registration.member.MailLinks;
import org.salon.registration.registration.Visit;
import org.salon.registration.registration.Visits;
import org.salon.registration.salon.Salon;
import org.salon.registration.salon.SalonPages;
import org.salon.registration.salon.Salons;
import org.salon.registration.salon.TimeWindow;
import org.salon.registration.web.Forms;
import org.salon.registration.web.PageRequests;

/**
 * Asks how the salon was, behind the link to the own place, and behind the link by which
 * one came: that one must not lead on to the other, which lets its holder do more.
 */
@Controller
class FeedbackController {

	private static final String BY_PLACE = "/registrations/{token}/feedback";

	private static final String BY_JOINING = "/join/{token}/feedback";

	private final FeedbackDesk desk;

	private final Visits visits;

	private final Salons salons;

	private final SalonPages pages;

	private final Forms forms;

	private final SalonProperties properties;

	FeedbackController(FeedbackDesk desk, Visits visits, Salons salons, SalonPages pages, Forms forms,
			SalonProperties properties) {
		this.desk = desk;
		this.visits = visits;
		this.salons = salons;
		this.pages = pages;
		this.forms = forms;
		this.properties = properties;
	}

	@GetMapping({ BY_PLACE, BY_JOINING })
	String show(@PathVariable String token, @RequestParam(required = false) @Nullable String given,
			HttpServletRequest request, Model model, Locale locale) {
		Visit visit = visit(token, request);
		// A link by which one joins stands in calendars, which others may read.
		FeedbackForm form = isByJoining(request) ? FeedbackForm.BLANK
				: this.desk.given(visit).map(FeedbackForm::of).orElse(FeedbackForm.BLANK);
		model.addAttribute("given", given != null);
		model.addAttribute("path", path(token, request));
		return page(visit, form, Map.of(), model, locale);
	}

	@PostMapping({ BY_PLACE, BY_JOINING })
	Object give(@PathVariable String token, HttpServletRequest request, HttpServletResponse response, Model model,
			Locale locale) {
		Visit visit = visit(token, request);
		Checks checks = new Checks();
		FeedbackForm form = FeedbackForm.of(request, checks);
		boolean page = PageRequests.acceptsHtml(request);
		try {
			Feedback feedback = Feedback.read(form, checks);
			this.desk.give(visit.id(), feedback);
			return page ? "redirect:" + path(token, request) + "?given" : ResponseEntity.ok(feedback);
		}
		catch (InvalidFields ex) {
			if (!page) {
				throw ex;
			}
			Map<String, String> errors = this.forms.errors(ex, response);
			model.addAttribute("given", false);
			model.addAttribute("path", path(token, request));
			return page(visit, form, errors, model, locale);
		}
	}

	private String page(Visit visit, FeedbackForm form, Map<String, String> errors, Model model, Locale locale) {
		Salon salon = this.salons.find(visit.salonNumber()).orElseThrow(MailLinks::unknown);
		model.addAttribute("salon", this.pages.page(salon, false, locale));
		model.addAttribute("state", this.desk.state(salon, visit).name());
		model.addAttribute("opensAt", this.pages.moment(salon, TimeWindow.ofFeedback(salon).opensAt(), locale));
		model.addAttribute("archive", this.properties.archiveBaseUrl() + "/archive/" + salon.number());
		model.addAttribute("form", form);
		model.addAttribute("errors", errors);
		return "feedback";
	}

	private Visit visit(String token, HttpServletRequest request) {
		return this.visits.behind(token, isByJoining(request) ? LinkPurpose.JOIN : LinkPurpose.REGISTRATION);
	}

	private static String path(String token, HttpServletRequest request) {
		return (isByJoining(request) ? BY_JOINING : BY_PLACE).replace("{token}", token);
	}

	private static boolean isByJoining(HttpServletRequest request) {
		return request.getRequestURI().startsWith("/join/");
	}

}
