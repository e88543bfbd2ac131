package org.salon.registration.feedback;

import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What people said of a salon, for the operator. */
@RestController
class FeedbackResultsController {

	private final FeedbackDesk desk;

	FeedbackResultsController(FeedbackDesk desk) {
		this.desk = desk;
	}

	/**
	 * What people said of a salon: the stars that they gave, and what they wrote, without
	 * their names.
	 * @param page of what they wrote, from 0
	 */
	@Tag(name = "Attendees", description = "Who comes, and what became of their mails.")
	@ApiResponse(responseCode = "404", description = "No such salon")
	@ApiResponse(responseCode = "422", description = "No such page or size")
	@GetMapping("/api/salons/{number:[0-9]{1,9}}/feedback")
	FeedbackResults results(@PathVariable int number, @RequestParam(defaultValue = "0") int page,
			@RequestParam(defaultValue = "50") int size) {
		return this.desk.results(number, page, size);
	}

}
