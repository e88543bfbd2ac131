package org.salon.notification.operator;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.salon.notification.ledger.Deliveries;
import org.salon.notification.ledger.DeliveryCursor;
import org.salon.notification.ledger.DeliveryFilter;
import org.salon.notification.ledger.DeliveryView;
import org.salon.notification.ledger.LedgerState;
import org.salon.notification.ledger.Retries;
import org.salon.notification.plan.DeliveryKind;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** What became of each mail, and what is still to come. */
@Tag(name = "Deliveries", description = "Mails that were, are and will be sent.")
@RestController
class DeliveryController {

	private static final int LARGEST_PAGE = 200;

	private static final int LARGEST_SALON = 999_999;

	private static final Instant LATEST = Instant.parse("9999-01-01T00:00:00Z");

	private final Deliveries deliveries;

	private final Retries retries;

	DeliveryController(Deliveries deliveries, Retries retries) {
		this.deliveries = deliveries;
		this.retries = retries;
	}

	/**
	 * Mails and what became of them, those due latest first. With {@code after} it is the
	 * page behind the mail that the page before ended with: quick, however far, and
	 * whatever was added meanwhile. With {@code page} it is a page by its number, and the
	 * number of all is counted: of millions that takes seconds.
	 * @param salon only of this salon
	 * @param recipient only to this address, to addresses that begin with this, or to the
	 * member of this id
	 * @param kind only those of this kind
	 * @param state only those at this state
	 * @param from only those due then or later
	 * @param to only those due before
	 * @param after {@code next} of the page before; empty for the first page
	 * @param page from 0
	 */
	@GetMapping("/api/deliveries")
	@ApiResponse(responseCode = "422", description = "A parameter is not as it has to be")
	Page list(
			@RequestParam(required = false) @Schema(minimum = "1",
					maximum = "" + LARGEST_SALON) @Nullable Integer salon,
			@RequestParam(required = false) @Nullable String recipient,
			@RequestParam(required = false) @Nullable DeliveryKind kind,
			@RequestParam(required = false) @Nullable LedgerState state,
			@RequestParam(required = false) @Nullable Instant from,
			@RequestParam(required = false) @Nullable Instant to,
			@RequestParam(required = false) @Nullable String after,
			@RequestParam(defaultValue = "0") @Schema(minimum = "0") int page,
			@RequestParam(defaultValue = "50") @Schema(minimum = "1", maximum = "" + LARGEST_PAGE) int size) {
		check("salon", salon == null || (salon >= 1 && salon <= LARGEST_SALON), "from 1 to " + LARGEST_SALON);
		check("page", page >= 0 && page <= Integer.MAX_VALUE / LARGEST_PAGE, "from 0");
		check("size", size >= 1 && size <= LARGEST_PAGE, "from 1 to " + LARGEST_PAGE);
		check("recipient", recipient == null || recipient.indexOf('\0') < 0, "no such address");
		check("from", from == null || storable(from), "no such moment");
		check("to", to == null || storable(to), "no such moment");
		DeliveryFilter filter = new DeliveryFilter(salon, recipient, kind, state, from, to);
		if (after != null) {
			return behind(filter, after, size);
		}
		return new Page(this.deliveries.page(filter, page, size), page, size, this.deliveries.count(filter), null);
	}

	private Page behind(DeliveryFilter filter, String after, int size) {
		DeliveryCursor cursor = DeliveryCursor.read(after).orElse(null);
		check("after", cursor != null || after.isEmpty(), "no page ended like that");
		Deliveries.Slice slice = this.deliveries.after(filter, cursor, size);
		DeliveryCursor last = slice.last();
		return new Page(slice.items(), null, size, null, (last != null) ? last.text() : null);
	}

	/** The database knows fewer moments than Java. */
	private static boolean storable(Instant moment) {
		return moment.isAfter(Instant.EPOCH) && moment.isBefore(LATEST);
	}

	/**
	 * Makes a mail due now that was refused, or whose address was on the suppression
	 * list; the address comes off it.
	 * @return the mail, to be sent at once
	 */
	@PostMapping("/api/deliveries/{id}/retry")
	@ApiResponse(responseCode = "404", description = "No such mail")
	@ApiResponse(responseCode = "409",
			description = "It was sent, is under way, is too late, or says what is no longer so")
	@ResponseStatus(HttpStatus.ACCEPTED)
	DeliveryView retry(@PathVariable UUID id) {
		return this.retries.retry(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
	}

	private static void check(String field, boolean good, String message) {
		if (!good) {
			throw new BadField(field, message);
		}
	}

	/**
	 * One page.
	 *
	 * @param page its number, if it was asked for by that
	 * @param total on all pages, if it was asked for by its number
	 * @param next by which to ask for the next page; absent, if this is the last, or was
	 * asked for by its number
	 */
	record Page(List<DeliveryView> items, @Nullable Integer page, int size, @Nullable Long total,
			@Nullable String next) {
	}

}
