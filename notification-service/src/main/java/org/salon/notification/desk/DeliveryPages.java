package org.salon.notification.desk;

import java.time.ZoneId;
import java.util.Map;
import java.util.UUID;

import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.salon.notification.ledger.Deliveries;
import org.salon.notification.ledger.DeliveryCursor;
import org.salon.notification.ledger.DeliveryFilter;
import org.salon.notification.ledger.DeliveryView;
import org.salon.notification.ledger.LedgerState;
import org.salon.notification.ledger.Retries;
import org.salon.notification.ledger.Suppressions;
import org.salon.notification.plan.DeliveryKind;
import org.salon.notification.sender.SentMails;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What became of each mail, and what is still to come. */
@Controller
@RequestMapping("/operator/mail/deliveries")
class DeliveryPages {

	private static final int SIZE = 50;

	/** For other operators, and translated by the pages. */
	private static final String BY_HAND = "an operator put it on the list";

	private final Deliveries deliveries;

	private final Retries retries;

	private final Suppressions suppressions;

	private final SentMails sentMails;

	private final DeskWords words;

	DeliveryPages(Deliveries deliveries, Retries retries, Suppressions suppressions, SentMails sentMails,
			DeskWords words) {
		this.deliveries = deliveries;
		this.retries = retries;
		this.suppressions = suppressions;
		this.sentMails = sentMails;
		this.words = words;
	}

	/**
	 * The page behind the mail that the page before ended with; without one the first.
	 */
	@GetMapping
	String list(@ModelAttribute("typed") DeliverySearch typed, @RequestParam(defaultValue = "") String after,
			HttpServletResponse response, Model model) {
		ZoneId zone = this.words.zone();
		Map<String, String> errors = typed.errors(this.words);
		model.addAttribute("errors", errors);
		model.addAttribute("kinds", DeliveryKind.values());
		model.addAttribute("states", LedgerState.values());
		model.addAttribute("zone", zone);
		model.addAttribute("first", after.isEmpty());
		if (errors.isEmpty()) {
			DeliveryCursor cursor = after.isEmpty() ? null
					: DeliveryCursor.read(after).orElseThrow(() -> new NoSuchPage("page.none"));
			model.addAttribute("page", this.deliveries.after(typed.filter(zone), cursor, SIZE));
		}
		else {
			response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
		}
		return "desk/deliveries";
	}

	@GetMapping("/{id}")
	String show(@PathVariable UUID id, @RequestParam(required = false) @Nullable String done,
			HttpServletResponse response, Model model) {
		model.addAttribute("done", done);
		return page(id, response, model);
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
			return page(id, response, model);
		}
	}

	@PostMapping("/{id}/suppress")
	String suppress(@PathVariable UUID id) {
		boolean added = this.suppressions.add(recipient(id), BY_HAND);
		return "redirect:/operator/mail/deliveries/" + id + "?done=" + (added ? "added" : "addedBefore");
	}

	@PostMapping("/{id}/unsuppress")
	String unsuppress(@PathVariable UUID id) {
		boolean lifted = this.suppressions.remove(recipient(id));
		return "redirect:/operator/mail/deliveries/" + id + "?done=" + (lifted ? "lifted" : "liftedBefore");
	}

	private String page(UUID id, HttpServletResponse response, Model model) {
		DeliveryView mail = find(id);
		model.addAttribute("mail", mail);
		model.addAttribute("zone", this.words.zone());
		model.addAttribute("retryable", switch (mail.state()) {
			case FAILED, RETRY, UNKNOWN, SUPPRESSED -> true;
			default -> false;
		});
		if (mail.recipient() != null) {
			model.addAttribute("suppression", this.suppressions.find(mail.recipient()).orElse(null));
		}
		MailParts parts = this.sentMails.find(id).map(MailParts::of).orElse(null);
		model.addAttribute("parts", parts);
		if (parts != null && parts.html() != null) {
			response.setHeader("Content-Security-Policy", ContentPolicy.showing(parts.html()));
		}
		return "desk/delivery";
	}

	private DeliveryView find(UUID id) {
		return this.deliveries.find(id).orElseThrow(() -> new NoSuchPage("delivery.none"));
	}

	private String recipient(UUID id) {
		String recipient = find(id).recipient();
		if (recipient == null) {
			throw new NoSuchPage("delivery.gone");
		}
		return recipient;
	}

}
