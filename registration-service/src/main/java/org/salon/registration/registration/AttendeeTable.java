package org.salon.registration.registration;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.salon.events.salon.Question;

/** The attendee list as rows of a table, with a column for each question. */
public final class AttendeeTable {

	private static final List<String> FIXED = List.of("name", "email", "affiliation", "status", "position",
			"registeredAt", "note", "attendedAt");

	private final List<Question> questions;

	public AttendeeTable(List<Question> questions) {
		this.questions = List.copyOf(questions);
	}

	/** What stands above the columns. */
	public List<String> header() {
		List<String> header = new ArrayList<>(FIXED);
		this.questions.forEach((question) -> header.add(question.text()));
		return header;
	}

	/** One person. */
	public List<@Nullable String> row(Attendee attendee) {
		List<@Nullable String> row = new ArrayList<>();
		row.add(attendee.name());
		row.add(attendee.email());
		row.add(attendee.affiliation());
		row.add(attendee.status().name());
		row.add(text(attendee.position()));
		row.add(attendee.registeredAt().toString());
		row.add(attendee.note());
		row.add(text(attendee.attendedAt()));
		this.questions.forEach(
				(question) -> row.add(String.join("; ", attendee.answers().getOrDefault(question.id(), List.of()))));
		return row;
	}

	private static @Nullable String text(@Nullable Object value) {
		return (value != null) ? value.toString() : null;
	}

}
