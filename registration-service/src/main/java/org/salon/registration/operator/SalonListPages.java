package org.salon.registration.operator;

import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

import org.salon.registration.salon.SalonList;
import org.salon.registration.salon.SalonPages;
import org.salon.registration.salon.SalonStage;

/** All salons in the console, searched while one types. */
@Controller
class SalonListPages {

	private static final int PAGE = 50;

	private final SalonList salons;

	private final SalonPages pages;

	SalonListPages(SalonList salons, SalonPages pages) {
		this.salons = salons;
		this.pages = pages;
	}

	@GetMapping("/operator/salons")
	String list(@RequestParam(required = false) @Nullable Integer before,
			@RequestParam(required = false) @Nullable SalonStage stage, @RequestParam(defaultValue = "") String query,
			@RequestHeader(name = "HX-Request", defaultValue = "false") boolean part, Model model, Locale locale) {
		SalonList.Page page = this.salons.page(before, stage, query, PAGE);
		model.addAttribute("salons",
				page.items().stream().map((line) -> new Row(line, this.pages.when(line, locale))).toList());
		model.addAttribute("next", page.next());
		model.addAttribute("before", before);
		model.addAttribute("stage", stage);
		model.addAttribute("query", query);
		model.addAttribute("stages", List.of(SalonStage.values()));
		model.addAttribute("all", stage == null && query.isBlank() && before == null);
		return part ? "operator/salons :: found" : "operator/salons";
	}

	/**
	 * One line of the list.
	 *
	 * @param when in words
	 */
	public record Row(SalonList.Line salon, String when) {
	}

}
