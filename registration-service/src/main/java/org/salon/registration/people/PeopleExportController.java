package org.salon.registration.people;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

import org.salon.registration.delivery.Outcome;
import org.salon.registration.registration.AttendeeTable;
import org.salon.registration.table.Download;

/** The people that the list shows, as a table to take along. */
@Controller
class PeopleExportController {

	private final People people;

	private final SalonHead head;

	PeopleExportController(People people, SalonHead head) {
		this.people = people;
		this.head = head;
	}

	@GetMapping("/operator/salons/{number:[0-9]{1,9}}/people.{format:csv|xlsx}")
	void write(@PathVariable int number, @PathVariable String format, @RequestParam Map<String, String> query,
			HttpServletResponse response) throws IOException {
		AttendeeTable table = new AttendeeTable(this.head.salon(number).details().signUp().questions());
		List<@Nullable String> header = new ArrayList<>(table.header());
		header.addAll(List.of("language", "mails", "remark"));
		Download download = new Download(response, Download.Format.valueOf(format.toUpperCase(Locale.ROOT)),
				"salon-" + number + "-people", header);
		this.people.forEach(number, PeopleFilter.of(query), (person) -> download.add(row(table, person)));
		download.finish();
	}

	private static List<@Nullable String> row(AttendeeTable table, Person person) {
		List<@Nullable String> row = table.row(person.attendee());
		row.add(person.language());
		row.add(person.attendee()
			.deliveries()
			.stream()
			.map(PeopleExportController::mail)
			.collect(Collectors.joining("; ")));
		row.add(person.remark());
		return row;
	}

	/** As the API says it: in no language, so that it can be counted. */
	private static String mail(Outcome mail) {
		return mail.kind() + " " + mail.outcome() + " " + mail.at();
	}

}
