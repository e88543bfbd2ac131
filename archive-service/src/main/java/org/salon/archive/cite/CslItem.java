package org.salon.archive.cite;

import java.time.LocalDate;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * A reference as the Citation Style Language takes it (schema csl-data.json, 1.0).
 *
 * @param event the name that all versions of the schema have; later ones also call it
 * event-title
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record CslItem(String id, String type, String title, List<Name> author, Day issued,
		@JsonProperty("event-date") Day eventDate, String event,
		@JsonProperty("collection-title") @Nullable String collectionTitle, String number, @Nullable String publisher,
		@JsonProperty("URL") String url, String language, String keyword, @Nullable String note) {

	static CslItem of(Citation citation) {
		Day day = Day.of(citation.date());
		return new CslItem(citation.key(), "speech", citation.title(),
				citation.authors().stream().map(Name::of).toList(), day, day, citation.event(), citation.series(),
				Integer.toString(citation.number()), citation.publisher(), citation.url(), citation.language(),
				String.join(", ", citation.keywords()), citation.note());
	}

	/** A name in parts where its parts are known, or as it is written. */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record Name(@Nullable String family, @Nullable String given, @Nullable String literal) {

		static Name of(Citation.Author author) {
			String name = author.name();
			int space = name.lastIndexOf(' ');
			boolean western = name.codePoints()
				.noneMatch((point) -> Character.UnicodeScript.of(point) == Character.UnicodeScript.HAN);
			if (author.person() && western && space > 0 && name.indexOf(',') < 0) {
				return new Name(name.substring(space + 1), name.substring(0, space), null);
			}
			return new Name(null, null, name);
		}

	}

	/** A day as year, month and day. */
	record Day(@JsonProperty("date-parts") List<List<Integer>> parts) {

		static Day of(LocalDate date) {
			return new Day(List.of(List.of(date.getYear(), date.getMonthValue(), date.getDayOfMonth())));
		}

	}

}
