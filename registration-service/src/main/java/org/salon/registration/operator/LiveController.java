package org.salon.registration.operator;

import java.util.List;
import java.util.Map;
import java.util.TreeSet;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

import org.salon.registration.link.LinkDesk;

/**
 * The console's first page: how all three services are, refreshed while it is looked at.
 */
@Controller
class LiveController {

	private static final List<String> RESULTS = List.of("registered", "waitlisted", "pending", "again", "refused",
			"limited");

	private static final List<String> PLACES = List.of("REGISTERED", "WAITLISTED", "CANCELLED");

	private final LiveNumbers numbers;

	private final LinkDesk links;

	LiveController(LiveNumbers numbers, LinkDesk links) {
		this.numbers = numbers;
		this.links = links;
	}

	@GetMapping("/operator")
	String page(Model model) {
		fill(model);
		return "operator/live";
	}

	@GetMapping("/operator/live")
	String fragment(Model model) {
		fill(model);
		return "operator/live :: numbers";
	}

	private void fill(Model model) {
		List<ServiceStatus> services = this.numbers.now();
		Map<String, Map<String, Long>> mails = LiveNumbers.mails(services);
		TreeSet<String> outcomes = new TreeSet<>();
		mails.values().forEach((byOutcome) -> outcomes.addAll(byOutcome.keySet()));
		ServiceStatus own = services.getFirst();
		model.addAttribute("services", services);
		model.addAttribute("signups", own.by("salon.registration.signups", "result", RESULTS));
		model.addAttribute("places", own.by("salon.registration.places", "status", PLACES));
		model.addAttribute("mails", mails);
		model.addAttribute("outcomes", outcomes);
		model.addAttribute("links", this.links.isOn() ? this.links.counts() : null);
	}

}
