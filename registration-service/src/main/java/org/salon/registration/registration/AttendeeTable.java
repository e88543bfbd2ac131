package org.salon.registration.registration;

import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/** The attendee list as CSV (RFC 4180) that no spreadsheet runs as formulas. */
final class AttendeeTable {

	/** With a byte order mark: without it spreadsheets take Chinese names for Latin-1. */
	static final String HEADER = "\uFEFFname,email,affiliation,status,position,registeredAt,note,attendedAt\r\n";

	private static final String FORMULA_STARTS = "=+-@\t\r\uFF1D\uFF0B\uFF0D\uFF20";

	private AttendeeTable() {
	}

	static String line(Attendee attendee) {
		return Stream.of(attendee.name(), attendee.email(), attendee.affiliation(), attendee.status().name(),
				(attendee.position() != null) ? attendee.position().toString() : "", attendee.registeredAt().toString(),
				attendee.note(), (attendee.attendedAt() != null) ? attendee.attendedAt().toString() : "")
			.map(AttendeeTable::cell)
			.collect(Collectors.joining(",", "", "\r\n"));
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
