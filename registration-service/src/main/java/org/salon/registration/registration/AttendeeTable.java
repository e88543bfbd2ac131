package org.salon.registration.registration;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.salon.events.salon.Question;

/** The attendee list as CSV (RFC 4180) that no spreadsheet runs as formulas. */
final class AttendeeTable {

	/** With a byte order mark: without it spreadsheets take Chinese names for Latin-1. */
	private static final String HEADER = "\uFEFFname,email,affiliation,status,position,registeredAt,note,attendedAt";

	private static final String FORMULA_STARTS = "=+-@\t\r\uFF1D\uFF0B\uFF0D\uFF20";

	private AttendeeTable() {
	}

	/** With a column for each question. */
	static String header(List<Question> questions) {
		return questions.stream()
			.map((question) -> "," + cell(question.text()))
			.collect(Collectors.joining("", HEADER, "\r\n"));
	}

	static String line(Attendee attendee, List<Question> questions) {
		Stream<@Nullable String> fixed = Stream.of(attendee.name(), attendee.email(), attendee.affiliation(),
				attendee.status().name(), (attendee.position() != null) ? attendee.position().toString() : "",
				attendee.registeredAt().toString(), attendee.note(),
				(attendee.attendedAt() != null) ? attendee.attendedAt().toString() : "");
		Stream<String> answers = questions.stream()
			.map((question) -> String.join("; ", attendee.answers().getOrDefault(question.id(), List.of())));
		return Stream.concat(fixed, answers).map(AttendeeTable::cell).collect(Collectors.joining(",", "", "\r\n"));
	}

	static String cell(@Nullable String value) {
		if (value == null) {
			return "";
		}
		String text = value.replace("\0", "");
		if (!text.isEmpty() && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0) {
			text = "'" + text;
		}
		boolean quoted = text.chars().anyMatch((sign) -> ",\"\r\n;\t".indexOf(sign) >= 0);
		return quoted ? "\"" + text.replace("\"", "\"\"") + "\"" : text;
	}

}
