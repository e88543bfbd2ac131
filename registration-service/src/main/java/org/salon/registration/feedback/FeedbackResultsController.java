package org.salon.registration.feedback;

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

	@GetMapping("/api/salons/{number:[0-9]{1,9}}/feedback")
	FeedbackResults results(@PathVariable int number, @RequestParam(defaultValue = "0") int page,
			@RequestParam(defaultValue = "50") int size) {
		return this.desk.results(number, page, size);
	}

}
