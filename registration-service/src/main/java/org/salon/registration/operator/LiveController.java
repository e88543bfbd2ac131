package org.salon.registration.operator;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

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

	private final LiveStream stream;

	private final HealthWords words;

	private final MailWords mails;

	private final LinkDesk links;

	LiveController(LiveNumbers numbers, LiveStream stream, HealthWords words, MailWords mails, LinkDesk links) {
		this.numbers = numbers;
		this.stream = stream;
		this.words = words;
		this.mails = mails;
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

	/** Says when there is something new to see. */
	@GetMapping(path = "/operator/live/stream", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
	SseEmitter stream() {
		return this.stream.watch();
	}

	private void fill(Model model) {
		List<ServiceStatus> services = this.numbers.now();
		Map<String, Map<String, Long>> mails = LiveNumbers.mails(services);
		TreeSet<String> outcomes = new TreeSet<>();
		mails.values().forEach((byOutcome) -> outcomes.addAll(byOutcome.keySet()));
		ServiceStatus own = services.getFirst();
		List<HealthWords.Sentence> sentences = new ArrayList<>(this.words.of(services));
		sentences.addAll(this.mails.now());
		model.addAttribute("sentences", sentences);
		model.addAttribute("services", services);
		model.addAttribute("signups", own.by("salon.registration.signups", "result", RESULTS));
		model.addAttribute("places", own.by("salon.registration.places", "status", PLACES));
		model.addAttribute("mails", mails);
		model.addAttribute("outcomes", outcomes);
		model.addAttribute("links", this.links.isOn() ? this.links.counts() : null);
	}

}
