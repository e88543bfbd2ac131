package org.salon.archive.page;

import java.util.List;
import java.util.Optional;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

import org.salon.archive.projection.DeadLinks;
import org.salon.archive.salon.Facet;
import org.salon.archive.salon.PlainText;
import org.salon.archive.salon.SalonPage;
import org.salon.archive.salon.SalonQuery;
import org.salon.archive.search.SalonSearch;
import org.salon.archive.search.SearchParameters;

/** The salons that have a tag, a speaker, a series or a year in common. */
@Controller
class NamePages {

	private static final String SHELF = "/archive/{shelf:tags|speakers|series}";

	private final SalonSearch search;

	private final DeadLinks deadLinks;

	NamePages(SalonSearch search, DeadLinks deadLinks) {
		this.search = search;
		this.deadLinks = deadLinks;
	}

	@GetMapping(SHELF)
	String names(@PathVariable String shelf, Model model) {
		Shelf wanted = Shelf.named(shelf).orElseThrow();
		List<Facet> names = wanted.names(this.search.facets());
		model.addAttribute("shelf", wanted);
		model.addAttribute("names", names.stream().map((name) -> Named.of(wanted, name)).toList());
		return "names";
	}

	@GetMapping("/archive/years/{year:[1-9][0-9]{3}}")
	String year(@PathVariable String year, SearchParameters parameters, HttpServletRequest request,
			HttpServletResponse response, Model model) {
		SalonQuery page = parameters.parse();
		SalonQuery query = new SalonQuery(null, null, Integer.valueOf(year), null, false, null, null, page.page(),
				page.size());
		SalonPage found = this.search.find(query);
		if (found.total() == 0) {
			throw new ResponseStatusException(HttpStatus.NOT_FOUND);
		}
		return list("years", year, found, Address.of("/archive/years/" + year), request, response, model);
	}

	@GetMapping(SHELF + "/{*name}")
	Object salons(@PathVariable String shelf, @PathVariable String name, SearchParameters parameters,
			HttpServletRequest request, HttpServletResponse response, Model model) {
		Shelf wanted = Shelf.named(shelf).orElseThrow();
		// Of several segments, for a name with a slash that somebody typed.
		String segment = name.substring(1);
		String read = PathName.read(segment).orElse(segment);
		SalonQuery page = parameters.parse();
		SalonPage found = this.search.find(wanted.query(read, page.page(), page.size()));
		if (found.total() == 0) {
			return moved(wanted,
					kin(wanted, read).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)));
		}
		Address address = Address.of(wanted, read);
		return PathName.of(read).equals(segment) ? list(shelf, read, found, address, request, response, model)
				: moved(wanted, read);
	}

	private String list(String shelf, String name, SalonPage found, Address address, HttpServletRequest request,
			HttpServletResponse response, Model model) {
		Address given = address.with("size", request.getParameter("size"))
			.with(Look.PARAMETER, request.getParameter(Look.PARAMETER));
		model.addAttribute("shelf", shelf);
		model.addAttribute("name", name);
		model.addAttribute("span", ListView.span(found));
		model.addAttribute("found", found);
		model.addAttribute("list",
				ListView.of(found, this.deadLinks.of(found.numbers()), given, Look.of(request, response)));
		return "named";
	}

	/** The name as it is written, where it was typed in other letters. */
	private Optional<String> kin(Shelf shelf, String typed) {
		String comparable = PlainText.comparable(typed);
		return shelf.names(this.search.facets())
			.stream()
			.map(Facet::value)
			.filter((name) -> PlainText.comparable(name).equals(comparable))
			.findFirst();
	}

	private static View moved(Shelf shelf, String name) {
		RedirectView view = new RedirectView(Address.of(shelf, name).toString());
		view.setStatusCode(HttpStatus.MOVED_PERMANENTLY);
		view.setExpandUriTemplateVariables(false);
		return view;
	}

}
