package org.salon.messaging.deadletter;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;

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
@RestController
@RequestMapping("/api/dead-letters")
public class DeadLetterController {

	private final DeadLetters deadLetters;

	public DeadLetterController(DeadLetters deadLetters) {
		this.deadLetters = deadLetters;
	}

	@GetMapping
	Page list(@RequestParam(defaultValue = "0") int page, @RequestParam(defaultValue = "50") int size) {
		if (page < 0 || size < 1 || size > 200) {
			throw new ResponseStatusException(HttpStatus.UNPROCESSABLE_CONTENT, "page from 0, size from 1 to 200");
		}
		return new Page(this.deadLetters.page(page, size).stream().map(Item::of).toList(), page, size,
				this.deadLetters.open());
	}

	@PostMapping("/{id}/redrive")
	DeadLetters.Outcome redrive(@PathVariable long id) {
		return this.deadLetters.redrive(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
	}

	@PostMapping("/{id}/discard")
	void discard(@PathVariable long id) {
		boolean discarded = this.deadLetters.discard(id)
			.orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
		if (!discarded) {
			throw new ResponseStatusException(HttpStatus.CONFLICT, "the dead letter is resolved already");
		}
	}

	record Page(List<Item> items, int page, int size, long total) {
	}

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
