package org.salon.registration.invitation;

import org.salon.invitation.ArchivedSalon;
import org.salon.invitation.Link;
import org.salon.invitation.ParsedInvitation;
import org.salon.invitation.TopicGroup;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

import org.salon.registration.salon.OperatorSalonView;

/**
 * What was found in an invitation.
 *
 * @param salon the coming one, if it names one
 */
public record ImportAnswer(@Nullable OperatorSalonView salon, List<Row> archived, List<Notice> warnings) {

	static ImportAnswer of(@Nullable OperatorSalonView salon, ParsedInvitation parsed, Locale reader) {
		return new ImportAnswer(salon, parsed.archived().stream().map(Row::of).toList(),
				parsed.warnings()
					.stream()
					.map((warning) -> new Notice(warning.line(), warning.message(reader)))
					.toList());
	}

	/** A past salon. */
	public record Row(int number, LocalDate date, List<TopicGroup> groups, List<String> topics, List<String> tags,
			List<Link> links, List<String> notes) {

		static Row of(ArchivedSalon row) {
			return new Row(row.number(), row.date(), row.groups(), row.topics(), row.tags(), row.links(), row.notes());
		}

	}

	/**
	 * Something that the organiser has to know.
	 *
	 * @param line in the text as given, from 1
	 */
	public record Notice(int line, String message) {
	}

}
