package org.salon.messaging.deadletter;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;

import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Dead letters of this service, for its operator. */
@Tag(name = "Dead letters", description = "Events that this service could not handle, and what waits behind them.")
@RestController
@RequestMapping("/api/dead-letters")
public class DeadLetterController {

	private static final int LARGEST_PAGE = 200;

	private final DeadLetters deadLetters;

	public DeadLetterController(DeadLetters deadLetters) {
		this.deadLetters = deadLetters;
	}

	/**
	 * Dead letters, the oldest first.
	 * @param page from 0
	 */
	@GetMapping
	@ApiResponse(responseCode = "422", description = "No such page or size")
	Page list(@RequestParam(defaultValue = "0") @Schema(minimum = "0") int page,
			@RequestParam(defaultValue = "50") @Schema(minimum = "1", maximum = "" + LARGEST_PAGE) int size) {
		if (page < 0 || size < 1 || size > LARGEST_PAGE) {
			throw new ResponseStatusException(HttpStatus.UNPROCESSABLE_CONTENT,
					"page from 0, size from 1 to " + LARGEST_PAGE);
		}
		return new Page(this.deadLetters.page(page, size).stream().map(Item::of).toList(), page, size,
				this.deadLetters.open());
	}

	/**
	 * Handles a dead letter and all that wait in its line, in order, and stops at the
	 * first that fails again.
	 */
	@PostMapping("/{id}/redrive")
	@ApiResponse(responseCode = "404", description = "No such dead letter")
	DeadLetters.Outcome redrive(@PathVariable long id) {
		return this.deadLetters.redrive(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
	}

	/**
	 * Gives a dead letter up for good. What waits behind it stays until it is redriven.
	 */
	@PostMapping("/{id}/discard")
	@ApiResponse(responseCode = "404", description = "No such dead letter")
	@ApiResponse(responseCode = "409", description = "It was redriven or discarded before")
	void discard(@PathVariable long id) {
		boolean discarded = this.deadLetters.discard(id)
			.orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
		if (!discarded) {
			throw new ResponseStatusException(HttpStatus.CONFLICT, "the dead letter is resolved already");
		}
	}

	/**
	 * One page.
	 *
	 * @param total on all pages, of what is still open
	 */
	record Page(List<Item> items, int page, int size, long total) {
	}

	/**
	 * One dead letter.
	 *
	 * @param state PARKED, or WAITING behind one that is
	 * @param attempts how often it was tried
	 * @param at when it came here
	 * @param data of the event, its beginning if it is long
	 */
	record Item(long id, String topic, int partition, long offset, @Nullable String key, @Nullable String eventId,
			@Nullable String type, @Nullable String subject, String state, String reason, int attempts, Instant at,
			@Nullable String data) {

		private static final int SHOWN = 4_000;

		static Item of(DeadLetter letter) {
			return new Item(letter.id(), letter.topic(), letter.partition(), letter.offset(), text(letter.key()),
					header(letter, "ce_id"), header(letter, "ce_type"), header(letter, "ce_subject"), letter.state(),
					letter.reason(), letter.attempts(), letter.createdAt(), text(letter.value()));
		}

		private static @Nullable String header(DeadLetter letter, String name) {
			String value = letter.headers().get(name);
			return (value != null) ? text(Base64.getDecoder().decode(value)) : null;
		}

		private static @Nullable String text(byte @Nullable [] bytes) {
			if (bytes == null) {
				return null;
			}
			String text = new String(bytes, StandardCharsets.UTF_8);
			return (text.length() > SHOWN) ? text.substring(0, SHOWN) + "…" : text;
		}

	}

}
