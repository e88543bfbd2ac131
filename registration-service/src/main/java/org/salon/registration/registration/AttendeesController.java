package org.salon.registration.registration;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import org.salon.events.salon.Question;
import org.salon.registration.salon.Salons;

/** The attendee list for the operator, as JSON and as a table for spreadsheets. */
@RestController
class AttendeesController {

	private final Attendees attendees;

	private final Salons salons;

	AttendeesController(Attendees attendees, Salons salons) {
		this.attendees = attendees;
		this.salons = salons;
	}

	@GetMapping("/api/salons/{number:[0-9]{1,9}}/registrations")
	Attendee.Page page(@PathVariable int number, @RequestParam(defaultValue = "0") int page,
			@RequestParam(defaultValue = "50") int size) {
		return this.attendees.page(number, page, size);
	}

	@GetMapping("/api/salons/{number:[0-9]{1,9}}/registrations.csv")
	void csv(@PathVariable int number, HttpServletResponse response) throws IOException {
		List<Question> questions = this.salons.find(number)
			.map((salon) -> salon.details().signUp().questions())
			.orElse(List.of());
		LazyTable table = new LazyTable(number, questions, response);
		this.attendees.forEach(number, table::add);
		table.finish();
	}

	/** Starts the answer with the first line: until then it can still be a refusal. */
	private static final class LazyTable {

		private final int number;

		private final List<Question> questions;

		private final HttpServletResponse response;

		private boolean started;

		LazyTable(int number, List<Question> questions, HttpServletResponse response) {
			this.number = number;
			this.questions = questions;
			this.response = response;
		}

		void add(Attendee attendee) {
			writer().print(AttendeeTable.line(attendee, this.questions));
		}

		void finish() {
			writer().flush();
		}

		private PrintWriter writer() {
			try {
				if (!this.started) {
					this.started = true;
					this.response.setContentType("text/csv; charset=UTF-8");
					this.response.setHeader(HttpHeaders.CONTENT_DISPOSITION,
							ContentDisposition.attachment()
								.filename("salon-" + this.number + "-registrations.csv", StandardCharsets.UTF_8)
								.build()
								.toString());
					this.response.getWriter().print(AttendeeTable.header(this.questions));
				}
				return this.response.getWriter();
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		}

	}

}
