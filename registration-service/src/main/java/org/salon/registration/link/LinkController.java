package org.salon.registration.link;

import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The links of all salons, for the operator. */
@Tag(name = "Links", description = "Whether the links of the salons still lead somewhere.")
@RestController
class LinkController {

	private final LinkDesk desk;

	LinkController(LinkDesk desk) {
		this.desk = desk;
	}

	/**
	 * Every address among the links of public salons, each once: the dead first, then
	 * those in doubt.
	 * @param state only those: UNKNOWN, ALIVE, SUSPECT or DEAD
	 * @param page from 0
	 */
	@GetMapping("/api/links")
	@ApiResponse(responseCode = "422", description = "No such state, page or size")
	CheckedLink.Page page(@RequestParam(required = false) @Nullable String state,
			@RequestParam(defaultValue = "0") @Schema(minimum = "0") int page,
			@RequestParam(defaultValue = "50") @Schema(minimum = "1", maximum = "500") int size) {
		return this.desk.page(state, page, size);
	}

	/**
	 * Has a link checked before all that are due later. A host that wants to be left
	 * alone still is.
	 */
	@PostMapping("/api/links/{id:[0-9]{1,18}}/check")
	@ResponseStatus(HttpStatus.ACCEPTED)
	@ApiResponse(responseCode = "202", description = "It is due now")
	@ApiResponse(responseCode = "404", description = "No such link")
	@ApiResponse(responseCode = "409", description = "Links are not checked: SALON_LINK_CHECK is off")
	void check(@PathVariable long id) {
		this.desk.checkNow(id);
	}

}
