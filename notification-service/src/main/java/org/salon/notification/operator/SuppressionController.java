package org.salon.notification.operator;

import java.util.List;

import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.salon.notification.ledger.Suppression;
import org.salon.notification.ledger.Suppressions;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Which addresses no mail is sent to, why, and how they get mails again. */
@Tag(name = "Suppressions", description = "Addresses that no mail is sent to.")
@RestController
class SuppressionController {

	private static final int LARGEST_PAGE = 200;

	private final Suppressions suppressions;

	SuppressionController(Suppressions suppressions) {
		this.suppressions = suppressions;
	}

	/**
	 * The addresses that no mail is sent to, the latest first.
	 * @param query only those that have this in them
	 * @param page from 0
	 */
	@GetMapping("/api/suppressions")
	@ApiResponse(responseCode = "422", description = "A parameter is not as it has to be")
	SuppressedPage list(@RequestParam(required = false) @Nullable String query,
			@RequestParam(defaultValue = "0") @Schema(minimum = "0") int page,
			@RequestParam(defaultValue = "50") @Schema(minimum = "1", maximum = "" + LARGEST_PAGE) int size) {
		check("page", page >= 0 && page <= Integer.MAX_VALUE / LARGEST_PAGE, "from 0");
		check("size", size >= 1 && size <= LARGEST_PAGE, "from 1 to " + LARGEST_PAGE);
		check("query", query == null || query.indexOf('\0') < 0, "no such address");
		return new SuppressedPage(this.suppressions.page(query, page, size), page, size,
				this.suppressions.count(query));
	}

	/**
	 * Sends no mail to an address from now on. One that is on the list already stays
	 * there for the reason that it has.
	 * @return the address as it is on the list
	 */
	@PostMapping("/api/suppressions")
	@ApiResponse(responseCode = "422", description = "It is no address, or there is no reason")
	@ResponseStatus(HttpStatus.CREATED)
	Suppression add(@RequestBody SuppressRequest request) {
		NewSuppression wanted = NewSuppression.read(request.address(), request.reason());
		this.suppressions.add(wanted.address(), wanted.reason());
		return this.suppressions.find(wanted.address())
			.orElseThrow(() -> new ResponseStatusException(HttpStatus.CONFLICT));
	}

	/**
	 * Lets an address have mails again: those that are due from now on. What was not sent
	 * because of the list stays unsent.
	 */
	@DeleteMapping("/api/suppressions/{address}")
	@ApiResponse(responseCode = "404", description = "The address is not on the list")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void remove(@PathVariable String address) {
		if (address.indexOf('\0') >= 0 || !this.suppressions.remove(address)) {
			throw new ResponseStatusException(HttpStatus.NOT_FOUND);
		}
	}

	private static void check(String field, boolean good, String message) {
		if (!good) {
			throw new BadField(field, message);
		}
	}

	/**
	 * An address that is to get no mails.
	 *
	 * @param reason why, for other operators
	 */
	record SuppressRequest(@Nullable String address, @Nullable String reason) {
	}

	/**
	 * One page.
	 *
	 * @param total on all pages
	 */
	record SuppressedPage(List<Suppression> items, int page, int size, long total) {
	}

}
