package org.salon.notification.desk;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.salon.notification.ledger.Deliveries;
import org.salon.notification.ledger.DeliveryFilter;
import org.salon.notification.ledger.DeliveryView;
import org.salon.notification.ledger.LedgerState;
import org.salon.notification.ledger.Retries;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What became of each mail, and what is still to come. */
@Controller
@RequestMapping("/operator/mail/deliveries")
class DeliveryPages {

	private final Deliveries deliveries;

	private final Retries retries;

	private final DeskWords words;

	DeliveryPages(Deliveries deliveries, Retries retries, DeskWords words) {
		this.deliveries = deliveries;
		this.retries = retries;
		this.words = words;
	}

	@GetMapping
	String list(@RequestParam(defaultValue = "") String salon, @RequestParam(defaultValue = "") String recipient,
			@RequestParam(defaultValue = "") String state, @RequestParam(defaultValue = "0") String page,
			HttpServletResponse response, Model model) {
		int number = Paging.number(page);
		Typed typed = new Typed(salon.strip(), recipient.strip(), state.strip());
		Map<String, String> errors = errors(typed);
		model.addAttribute("typed", typed);
		model.addAttribute("errors", errors);
		model.addAttribute("states", LedgerState.values());
		model.addAttribute("zone", this.words.zone());
		if (errors.isEmpty()) {
			DeliveryFilter filter = typed.filter();
			model.addAttribute("page", new Paging<>(this.deliveries.page(filter, number, Paging.SIZE), number,
					this.deliveries.count(filter)));
		}
		else {
			response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
		}
		return "desk/deliveries";
	}

	@GetMapping("/{id}")
	String show(@PathVariable UUID id, @RequestParam(required = false) @Nullable String done, Model model) {
		model.addAttribute("done", done);
		return page(id, model);
	}

	@PostMapping("/{id}/retry")
	String retry(@PathVariable UUID id, HttpServletResponse response, Model model) {
		try {
			return this.retries.retry(id)
				.map((mail) -> "redirect:/operator/mail/deliveries/" + id + "?done=retried")
				.orElseThrow(() -> new NoSuchPage("delivery.none"));
		}
		catch (Retries.NotRetryable ex) {
			response.setStatus(HttpStatus.CONFLICT.value());
			model.addAttribute("refused", this.words.reason(ex.getMessage()));
			return page(id, model);
		}
	}

	private String page(UUID id, Model model) {
		DeliveryView mail = this.deliveries.find(id).orElseThrow(() -> new NoSuchPage("delivery.none"));
		model.addAttribute("mail", mail);
		model.addAttribute("zone", this.words.zone());
		model.addAttribute("retryable", switch (mail.state()) {
			case FAILED, RETRY, UNKNOWN, SUPPRESSED -> true;
			default -> false;
		});
		return "desk/delivery";
	}

	private Map<String, String> errors(Typed typed) {
		Map<String, String> errors = new HashMap<>();
		if (!typed.salon().isEmpty() && !typed.salon().matches("0*[1-9][0-9]{0,5}")) {
			errors.put("salon", this.words.of("delivery.salon.bad"));
		}
		if (typed.recipient().chars().anyMatch(Character::isISOControl)) {
			errors.put("recipient", this.words.of("delivery.recipient.bad"));
		}
		if (!typed.state().isEmpty()
				&& Arrays.stream(LedgerState.values()).noneMatch((known) -> known.name().equals(typed.state()))) {
			errors.put("state", this.words.of("delivery.state.bad"));
		}
		return errors;
	}

	/** What stands in the form. */
	public record Typed(String salon, String recipient, String state) {

		DeliveryFilter filter() {
			return new DeliveryFilter(this.salon.isEmpty() ? null : Integer.valueOf(this.salon),
					this.recipient.isEmpty() ? null : this.recipient,
					this.state.isEmpty() ? null : LedgerState.valueOf(this.state));
		}

	}

}
