package org.salon.registration.invitation;

import java.time.LocalDate;
import java.util.List;

/** A row that is understood but for its year. */
record RowDraft(int number, DateMention day, List<TopicGroup> groups, List<Link> links, List<String> notes, int line) {

	ArchivedSalon on(LocalDate date) {
		return new ArchivedSalon(this.number, date, this.groups, this.links, this.notes, this.line);
	}

}
