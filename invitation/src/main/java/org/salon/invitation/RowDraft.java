package org.salon.invitation;

import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A row that is understood but for its year.
 *
 * @param series as the heading of the table says it
 * @param table the how manieth it stands in
 */
record RowDraft(int number, DateMention day, List<TopicGroup> groups, List<Link> links, List<String> notes,
		@Nullable String series, int table, int line) {

	/**
	 * @param coming the series of the coming salon, which the heading of its table may
	 * say shortly
	 */
	ArchivedSalon on(LocalDate date, @Nullable String coming) {
		return new ArchivedSalon(this.number, date, this.groups, this.links, this.notes,
				Series.named(this.series, coming), this.line);
	}

}
