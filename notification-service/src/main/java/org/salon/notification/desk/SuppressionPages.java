package org.salon.notification.desk;

import java.util.HashMap;
import java.util.Map;

import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.salon.notification.ledger.Suppressions;
import org.salon.notification.operator.BadFields;
import org.salon.notification.operator.NewSuppression;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Which addresses no mail is sent to, why, and how they get mails again. */
@Controller
@RequestMapping("/operator/mail/suppressions")
class SuppressionPages {

	private final Suppressions suppressions;

	private final DeskWords words;

	SuppressionPages(Suppressions suppressions, DeskWords words) {
		this.suppressions = suppressions;
		this.words = words;
	}

	@GetMapping
	String list(@RequestParam(defaultValue = "") String query, @RequestParam(defaultValue = "0") String page,
			@RequestParam(required = false) @Nullable String done, Model model) {
		model.addAttribute("done", done);
		return page(query, Paging.number(page), new Typed("", ""), Map.of(), model);
	}

	@PostMapping
	String add(@RequestParam(defaultValue = "") String address, @RequestParam(defaultValue = "") String reason,
			HttpServletResponse response, Model model, RedirectAttributes redirect) {
		try {
			NewSuppression wanted = NewSuppression.read(address, reason);
			boolean added = this.suppressions.add(wanted.address(), wanted.reason());
			redirect.addAttribute("query", wanted.address());
			redirect.addAttribute("done", added ? "added" : "addedBefore");
			return "redirect:/operator/mail/suppressions";
		}
		catch (BadFields ex) {
			response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
			Map<String, String> errors = new HashMap<>();
			ex.fields().keySet().forEach((field) -> errors.put(field, this.words.of("suppression." + field + ".bad")));
			return page("", 0, new Typed(address, reason), errors, model);
		}
	}

	@PostMapping("/lift")
	String lift(@RequestParam(defaultValue = "") String address) {
		boolean lifted = address.indexOf('\0') < 0 && this.suppressions.remove(address.strip());
		return "redirect:/operator/mail/suppressions?done=" + (lifted ? "lifted" : "liftedBefore");
	}

	private String page(String query, int page, Typed typed, Map<String, String> errors, Model model) {
		String wanted = query.strip();
		// No address has such a character, and the database takes none.
		String filter = (wanted.isEmpty() || wanted.indexOf('\0') >= 0) ? null : wanted;
		model.addAttribute("query", wanted);
		model.addAttribute("page",
				new Paging<>(this.suppressions.page(filter, page, Paging.SIZE), page, this.suppressions.count(filter)));
		model.addAttribute("typed", typed);
		model.addAttribute("errors", errors);
		model.addAttribute("zone", this.words.zone());
		return "desk/suppressions";
	}

	/** What stands in the form. */
	public record Typed(String address, String reason) {
	}

}
