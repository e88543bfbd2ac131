package org.salon.archive.page;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.stream.Stream;

import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

import org.salon.archive.projection.DeadLinks;
import org.salon.archive.projection.Salons;
import org.salon.archive.salon.Entry;
import org.salon.archive.salon.Salon;
import org.salon.archive.search.SalonSearch;
import org.salon.archive.web.ContentPolicy;

/** All that is known of one salon. */
@Controller
class SalonPages {

	private static final int RELATED = 4;

	private static final int PLAYERS = 4;

	private final Salons salons;

	private final SalonSearch search;

	private final DeadLinks deadLinks;

	private final Clock clock;

	SalonPages(Salons salons, SalonSearch search, DeadLinks deadLinks, Clock clock) {
		this.salons = salons;
		this.search = search;
		this.deadLinks = deadLinks;
		this.clock = clock;
	}

	@GetMapping("/archive/{number:[1-9][0-9]{0,5}}")
	String salon(@PathVariable int number, Locale locale, HttpServletResponse response, Model model) {
		Entry entry = this.salons.find(number).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
		Salon salon = entry.salon();
		SalonView view = SalonView.of(salon, this.deadLinks.of(List.of(number)).getOrDefault(number, List.of()));
		List<LinkView> players = players(view);
		model.addAttribute("salon", view);
		model.addAttribute("details", salon);
		model.addAttribute("when", When.of(salon, locale));
		model.addAttribute("papers", PaperView.of(salon));
		model.addAttribute("players", players);
		model.addAttribute("status", salon.statusAt(this.clock.instant()));
		model.addAttribute("introduction", IntroductionHtml.of(salon.introduction()));
		model.addAttribute("related", this.search.related(number, RELATED).stream().map(Entry::salon).toList());
		model.addAttribute("older", orNull(this.salons.before(number)));
		model.addAttribute("newer", orNull(this.salons.after(number)));
		response.setHeader(ContentPolicy.HEADER, ContentPolicy.framing(origins(players)));
		return "salon";
	}

	private static List<LinkView> players(SalonView salon) {
		return salon.links()
			.stream()
			.flatMap((group) -> Stream.concat(group.links().shown().stream(), group.links().rest().stream()))
			.filter((link) -> link.player() != null)
			.limit(PLAYERS)
			.toList();
	}

	private static List<String> origins(List<LinkView> players) {
		return players.stream()
			.flatMap((link) -> Stream.ofNullable(link.player()))
			.map(Player::origin)
			.distinct()
			.sorted()
			.toList();
	}

	private static @Nullable Integer orNull(OptionalInt number) {
		return number.isPresent() ? number.getAsInt() : null;
	}

}
