package org.salon.registration.registration;

import java.io.IOException;
import java.util.List;

import jakarta.servlet.http.HttpServletResponse;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import org.salon.events.salon.Question;
import org.salon.registration.salon.Salons;
import org.salon.registration.table.Download;

/** The attendee list for the operator, as JSON and as a table for spreadsheets. */
@Tag(name = "Attendees", description = "Who comes, and what became of their mails.")
@RestController
class AttendeesController {

	private final Attendees attendees;

	private final Salons salons;

	AttendeesController(Attendees attendees, Salons salons) {
		this.attendees = attendees;
		this.salons = salons;
	}

	/**
	 * Attendees of a salon in the order in which they signed up, each with what became of
	 * their mails.
	 * @param page from 0
	 */
	@GetMapping("/api/salons/{number:[0-9]{1,9}}/registrations")
	@ApiResponse(responseCode = "404", description = "No such salon")
	@ApiResponse(responseCode = "422", description = "No such page or size")
	Attendee.Page page(@PathVariable int number, @RequestParam(defaultValue = "0") @Schema(minimum = "0") int page,
			@RequestParam(defaultValue = "50") @Schema(minimum = "1", maximum = "" + Attendees.LARGEST_PAGE) int size) {
		return this.attendees.page(number, page, size);
	}

	/** Attendees as a table for spreadsheets, in UTF-8 with a byte order mark. */
	@GetMapping("/api/salons/{number:[0-9]{1,9}}/registrations.csv")
	@ApiResponse(responseCode = "200", content = @Content(mediaType = "text/csv", schema = @Schema(type = "string")))
	@ApiResponse(responseCode = "404", description = "No such salon")
	void csv(@PathVariable int number, HttpServletResponse response) throws IOException {
		List<Question> questions = this.salons.find(number)
			.map((salon) -> salon.details().signUp().questions())
			.orElse(List.of());
		AttendeeTable table = new AttendeeTable(questions);
		Download download = new Download(response, Download.Format.CSV, "salon-" + number + "-registrations",
				table.header());
		this.attendees.forEach(number, (attendee) -> download.add(table.row(attendee)));
		download.finish();
	}

}
