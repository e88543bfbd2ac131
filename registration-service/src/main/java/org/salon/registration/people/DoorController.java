package org.salon.registration.people;

import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;

import org.salon.registration.attendance.Doors;
import org.salon.registration.attendance.Turnouts;
import org.salon.registration.salon.Salon;
import org.salon.registration.salon.SalonStage;
import org.salon.registration.salon.TimeWindow;

/**
 * The list at the door: who is there is ticked off, by several helpers at once. All its
 * paths are below this one, and it changes nothing but who came.
 */
@Controller
@RequestMapping("/operator/salons/{number:[0-9]{1,9}}/door")
class DoorController {

	/** As many as a thumb scrolls; the search finds the others. */
	private static final int SHOWN = 60;

	/** On paper there is no search. */
	private static final int PRINTED = 2_000;

	private final People people;

	private final Turnouts turnouts;

	private final Doors doors;

	private final SalonHead head;

	private final Clock clock;

	DoorController(People people, Turnouts turnouts, Doors doors, SalonHead head, Clock clock) {
		this.people = people;
		this.turnouts = turnouts;
		this.doors = doors;
		this.head = head;
		this.clock = clock;
	}

	@GetMapping
	String show(@PathVariable int number, @RequestParam(defaultValue = "") String q,
			@RequestParam(defaultValue = "") String came, @RequestParam(defaultValue = "false") boolean all,
			HttpServletRequest request, Model model, Locale locale) {
		fill(number, q, came, all, model, locale);
		return (request.getHeader("HX-Request") != null) ? "operator/door :: list" : "operator/door";
	}

	@PostMapping("/{id:[0-9a-f-]{36}}/{action:came|undo}")
	String tick(@PathVariable int number, @PathVariable UUID id, @PathVariable String action,
			@RequestParam(defaultValue = "") String q, @RequestParam(defaultValue = "") String came,
			HttpServletRequest request, Model model, Locale locale) {
		if (action.equals("came")) {
			this.doors.checkIn(number, id);
		}
		else {
			this.doors.takeBack(number, id);
		}
		if (request.getHeader("HX-Request") == null) {
			return "redirect:" + UriComponentsBuilder.fromPath("/operator/salons/{number}/door")
				.queryParam("q", "{q}")
				.queryParam("came", "{came}")
				.fragment("p-" + id)
				.encode()
				.buildAndExpand(number, q, came)
				.toUriString();
		}
		fill(number, q, came, false, model, locale);
		return "operator/door :: list";
	}

	private void fill(int number, String typed, String came, boolean all, Model model, Locale locale) {
		Salon salon = this.head.of(number, model, locale);
		Instant now = this.clock.instant();
		model.addAttribute("early", salon.stage() == SalonStage.CANCELLED || salon.stage() == SalonStage.DRAFT
				|| salon.details().startsAt() == null || TimeWindow.ofJoining(salon).isYetToOpen(now));
		model.addAttribute("undoable", salon.details().endsAt() != null && now.isBefore(salon.endsAt()));
		PeopleFilter filter = PeopleFilter.atTheDoor(typed, came);
		model.addAttribute("filter", filter);
		model.addAttribute("all", all);
		model.addAttribute("page", this.people.page(number, filter, null, all ? PRINTED : SHOWN));
		model.addAttribute("turnout", this.turnouts.of(number));
	}

}
