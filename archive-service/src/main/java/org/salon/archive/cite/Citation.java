package org.salon.archive.cite;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/**
 * What a reference to a salon says, in whatever form it is written.
 *
 * @param key stays the salon's for ever, for it stands in people's manuscripts
 * @param authors the speakers, or the host where none is known
 * @param publisher the host, where that is not the author
 * @param event the salon by its number, in the club's language
 * @param url the permanent address
 * @param keywords the tags
 * @param language of the club, as a tag
 */
record Citation(String key, List<Author> authors, @Nullable String publisher, String title, LocalDate date,
		String event, @Nullable String series, int number, String url, List<String> keywords, @Nullable String note,
		String language) {

	Citation {
		authors = List.copyOf(authors);
		keywords = List.copyOf(keywords);
	}

	/** A line to be copied into a text. */
	String plain() {
		String names = this.authors.stream().map(Author::name).collect(Collectors.joining(", "));
		String start = names.isEmpty() ? "" : names + ". ";
		String place = (this.series != null) ? this.series + ", " + this.event : this.event;
		return start + this.title + ". " + place + ", " + this.date + ". " + this.url;
	}

	/**
	 * Who is named.
	 *
	 * @param person whether the name is a person's and has parts, or is to be taken whole
	 */
	record Author(String name, boolean person) {
	}

}
