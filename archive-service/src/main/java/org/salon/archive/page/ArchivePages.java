package org.salon.archive.page;

import java.util.Objects;
import java.util.regex.Pattern;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.view.RedirectView;

import org.salon.archive.projection.DeadLinks;
import org.salon.archive.salon.SalonPage;
import org.salon.archive.search.SalonSearch;
import org.salon.archive.search.SearchParameters;

/** The list of all salons, searched and narrowed down. */
@Controller
class ArchivePages {

	private static final Pattern BLANK = Pattern.compile("(?:^|&)[^=&]*=(?:&|$)");

	private final SalonSearch search;

	private final DeadLinks deadLinks;

	ArchivePages(SalonSearch search, DeadLinks deadLinks) {
		this.search = search;
		this.deadLinks = deadLinks;
	}

	@GetMapping("/")
	RedirectView home() {
		return new RedirectView("/archive");
	}

	@GetMapping("/archive")
	String archive(SearchParameters parameters, HttpServletRequest request, HttpServletResponse response, Model model) {
		SalonPage found = this.search.find(parameters.parse());
		Address address = address(parameters).with(Look.PARAMETER, request.getParameter(Look.PARAMETER));
		String clean = address.page(found.page()).toString();
		// A form sends all of its fields; an address that is passed on says what was
		// asked for.
		if (request.getHeader("HX-Request") != null) {
			response.setHeader("HX-Replace-Url", clean);
		}
		else if (BLANK.matcher(Objects.requireNonNullElse(request.getQueryString(), "")).find()) {
			return "redirect:" + clean;
		}
		model.addAttribute("found", found);
		model.addAttribute("list",
				ListView.of(found, this.deadLinks.of(found.numbers()), address, Look.of(request, response)));
		model.addAttribute("filters", Filters.of(parameters, found.facets(), address));
		model.addAttribute("parameters", parameters);
		model.addAttribute("years", this.search.facets().years().stream().map(Named::year).toList());
		return "archive";
	}

	private static Address address(SearchParameters parameters) {
		return Address.of("/archive")
			.with("query", parameters.query())
			.with("tag", parameters.tag())
			.with("year", parameters.year())
			.with("platform", parameters.platform())
			.with("replay", parameters.replay())
			.with("speaker", parameters.speaker())
			.with("series", parameters.series())
			.with("size", parameters.size());
	}

}
