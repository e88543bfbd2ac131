package org.salon.access.audit;

import java.util.List;
import java.util.UUID;

import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** What operators did in this service. */
@Tag(name = "Audit log", description = "What operators changed in this service, and what was refused to them.")
@RestController
class AuditController {

	private static final int LARGEST_PAGE = 200;

	private final AuditTrail trail;

	AuditController(AuditTrail trail) {
		this.trail = trail;
	}

	/**
	 * The newest first.
	 * @param before the id of an entry: only older ones
	 * @param actor the name of an account: only what that person did
	 */
	@GetMapping("/api/audit")
	@ApiResponse(responseCode = "422", description = "No such size, or no id")
	Page list(@RequestParam(required = false) @Schema(format = "uuid") @Nullable String before,
			@RequestParam(required = false) @Nullable String actor,
			@RequestParam(defaultValue = "50") @Schema(minimum = "1", maximum = "" + LARGEST_PAGE) int size) {
		if (size < 1 || size > LARGEST_PAGE) {
			throw unprocessable("size from 1 to " + LARGEST_PAGE);
		}
		List<AuditEntry> items = this.trail.newest(size, id(before), actor);
		return new Page(items, (items.size() == size) ? items.getLast().id() : null);
	}

	private static @Nullable UUID id(@Nullable String text) {
		try {
			return (text != null) ? UUID.fromString(text) : null;
		}
		catch (IllegalArgumentException ex) {
			throw unprocessable("before is the id of an entry");
		}
	}

	private static ResponseStatusException unprocessable(String reason) {
		return new ResponseStatusException(HttpStatus.UNPROCESSABLE_CONTENT, reason);
	}

	/**
	 * Some entries.
	 *
	 * @param next to go on from as {@code before}; absent at the end
	 */
	record Page(List<AuditEntry> items, @Nullable UUID next) {
	}

}
