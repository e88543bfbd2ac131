package org.salon.notification.desk;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.salon.notification.ledger.AnnouncementControl;
import org.salon.notification.ledger.AnnouncementControl.AnnouncementCancelled;
import org.salon.notification.ledger.AnnouncementView;
import org.salon.notification.ledger.Queue;
import org.salon.notification.ledger.SalonMailCounts;
import org.salon.notification.limit.LimitProperties;
import org.salon.notification.metrics.RecentOutcomes;
import org.salon.notification.salon.Salon;
import org.salon.notification.salon.Salons;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What waits, what holds it, what became of mails, and the announcements under way. */
@Controller
@RequestMapping("/operator/mail")
class OverviewPage {

	/** So long after its end a salon still has mails to come. */
	private static final Duration RECENT = Duration.ofDays(8);

	/** The mails of so many are said in words. */
	private static final int DESCRIBED = 10;

	private final Queue queue;

	private final RecentOutcomes outcomes;

	private final AnnouncementControl announcements;

	private final LimitProperties limits;

	private final Salons salons;

	private final SalonMailCounts mails;

	private final SalonWords sentences;

	private final DeskWords words;

	private final Clock clock;

	OverviewPage(Queue queue, RecentOutcomes outcomes, AnnouncementControl announcements, LimitProperties limits,
			Salons salons, SalonMailCounts mails, SalonWords sentences, DeskWords words, Clock clock) {
		this.queue = queue;
		this.outcomes = outcomes;
		this.announcements = announcements;
		this.limits = limits;
		this.salons = salons;
		this.mails = mails;
		this.sentences = sentences;
		this.words = words;
		this.clock = clock;
	}

	@GetMapping
	String show(@RequestParam(required = false) @Nullable String done, Model model) {
		Instant recent = this.clock.instant().minus(RECENT);
		model.addAttribute("queue", this.queue.view());
		model.addAttribute("outcomes", this.outcomes.lastHour());
		model.addAttribute("announcements", this.announcements.open());
		model.addAttribute("limits", this.limits);
		List<Salon> salons = this.salons.all()
			.stream()
			.filter((salon) -> salon.endsAt().isAfter(recent))
			.sorted(Comparator.comparing(Salon::startsAt))
			.toList();
		model.addAttribute("salons", salons);
		model.addAttribute("sentences",
				salons.stream()
					.limit(DESCRIBED)
					.collect(Collectors.toMap(Salon::number,
							(salon) -> this.sentences.of(this.mails.of(salon.number()), salon.zone()))));
		model.addAttribute("zone", this.words.zone());
		model.addAttribute("done", done);
		return "desk/overview";
	}

	@PostMapping("/announcements/{salon}/{action:pause|resume|cancel}")
	String change(@PathVariable int salon, @PathVariable String action) {
		try {
			Optional<AnnouncementView> changed = switch (action) {
				case "pause" -> this.announcements.pause(salon);
				case "resume" -> this.announcements.resume(salon);
				default -> this.announcements.cancel(salon);
			};
			return changed.map((view) -> "redirect:/operator/mail?done=" + action)
				.orElseThrow(() -> new NoSuchPage("announcement.none"));
		}
		catch (AnnouncementCancelled ex) {
			return "redirect:/operator/mail?done=tooLate";
		}
	}

}
