package org.salon.archive.page;

import java.time.Clock;
import java.util.Optional;
import java.util.OptionalInt;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.view.RedirectView;
import org.springframework.web.util.UriComponentsBuilder;

import org.salon.archive.projection.Salons;
import org.salon.archive.salon.Entry;
import org.salon.archive.salon.Salon;
import org.salon.archive.salon.SalonPage;
import org.salon.archive.search.SearchParameters;

/** The archive for readers. */
@Controller
class ArchivePages {

	private final Salons salons;

	private final Clock clock;

	ArchivePages(Salons salons, Clock clock) {
		this.salons = salons;
		this.clock = clock;
	}

	@GetMapping("/")
	RedirectView home() {
		return new RedirectView("/archive");
	}

	@GetMapping("/archive")
	String archive(SearchParameters parameters, Model model) {
		SalonPage found = this.salons.find(parameters.parse());
		model.addAttribute("found", found);
		model.addAttribute("salons", found.entries().stream().map((entry) -> SalonView.of(entry.salon())).toList());
		model.addAttribute("parameters", parameters);
		model.addAttribute("tags", this.salons.tags());
		model.addAttribute("years", this.salons.years());
		model.addAttribute("newer", (found.page() > 0) ? pageUrl(parameters, found.page() - 1) : null);
		boolean more = found.page() + 1 < found.pages();
		model.addAttribute("older", more ? pageUrl(parameters, found.page() + 1) : null);
		return "archive";
	}

	private static String pageUrl(SearchParameters parameters, int page) {
		return UriComponentsBuilder.fromPath("/archive")
			.queryParamIfPresent("query", given(parameters.query()))
			.queryParamIfPresent("tag", given(parameters.tag()))
			.queryParamIfPresent("year", given(parameters.year()))
			.queryParamIfPresent("size", given(parameters.size()))
			.queryParam("page", page)
			.encode()
			.build()
			.toUriString();
	}

	private static Optional<String> given(@Nullable String value) {
		return Optional.ofNullable(value).filter((text) -> !text.isBlank());
	}

	@GetMapping("/archive/{number:[1-9][0-9]{0,5}}")
	String salon(@PathVariable int number, Model model) {
		Entry entry = this.salons.find(number).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
		Salon salon = entry.salon();
		model.addAttribute("salon", SalonView.of(salon));
		model.addAttribute("details", salon);
		model.addAttribute("status", salon.statusAt(this.clock.instant()));
		model.addAttribute("introduction", IntroductionHtml.of(salon.introduction()));
		model.addAttribute("older", orNull(this.salons.before(number)));
		model.addAttribute("newer", orNull(this.salons.after(number)));
		return "salon";
	}

	private static @Nullable Integer orNull(OptionalInt number) {
		return number.isPresent() ? number.getAsInt() : null;
	}

}
