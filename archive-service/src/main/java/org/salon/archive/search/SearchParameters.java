package org.salon.archive.search;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import org.salon.archive.salon.PlainText;
import org.salon.archive.salon.SalonQuery;
import org.salon.archive.web.InvalidParameters;

/**
 * The parameters of a search as they came, and the query that they mean.
 *
 * @param query words that are all in it, anywhere
 * @param tag of a group of topics
 * @param year in which it was
 * @param page from 0
 * @param size of a page
 */
public record SearchParameters(@Schema(maxLength = MAX_QUERY) @Nullable String query,
		@Schema(maxLength = MAX_QUERY) @Nullable String tag,
		@Schema(type = "integer", minimum = "" + MIN_YEAR, maximum = "" + MAX_YEAR) @Nullable String year,
		@Schema(type = "integer", minimum = "0", maximum = "" + MAX_PAGE, defaultValue = "0") @Nullable String page,
		@Schema(type = "integer", minimum = "1", maximum = "" + MAX_SIZE,
				defaultValue = "" + DEFAULT_SIZE) @Nullable String size) {

	private static final int MAX_QUERY = 200;

	private static final int MAX_TERMS = 10;

	private static final int MIN_YEAR = 1900;

	private static final int MAX_YEAR = 9998;

	private static final int MAX_PAGE = 1_000_000;

	private static final int MAX_SIZE = 500;

	private static final int DEFAULT_SIZE = 50;

	/**
	 * The query.
	 * @throws InvalidParameters that names every bad one
	 */
	public SalonQuery parse() {
		List<InvalidParameters.Fault> faults = new ArrayList<>();
		List<String> terms = terms(faults);
		String wantedTag = text("tag", this.tag, faults);
		Integer wantedYear = year(faults);
		int wantedPage = number("page", this.page, 0, MAX_PAGE, 0, faults);
		int wantedSize = number("size", this.size, 1, MAX_SIZE, DEFAULT_SIZE, faults);
		if (!faults.isEmpty()) {
			throw new InvalidParameters(faults);
		}
		return new SalonQuery(terms, wantedTag, wantedYear, wantedPage, wantedSize);
	}

	private List<String> terms(List<InvalidParameters.Fault> faults) {
		String text = text("query", this.query, faults);
		if (text == null) {
			return List.of();
		}
		List<String> terms = Stream.of(PlainText.comparable(text).split(" "))
			.filter((term) -> !term.isEmpty())
			.distinct()
			.toList();
		if (terms.size() > MAX_TERMS) {
			faults.add(new InvalidParameters.Fault("query", "invalid.terms", List.of(MAX_TERMS)));
		}
		return terms;
	}

	private static @Nullable String text(String field, @Nullable String value, List<InvalidParameters.Fault> faults) {
		if (value == null || value.isBlank()) {
			return null;
		}
		if (value.length() > MAX_QUERY) {
			faults.add(new InvalidParameters.Fault(field, "invalid.length", List.of(MAX_QUERY)));
			return null;
		}
		return PlainText.storable(value);
	}

	private static int number(String field, @Nullable String value, int min, int max, int fallback,
			List<InvalidParameters.Fault> faults) {
		if (value == null || value.isBlank()) {
			return fallback;
		}
		// At most nine digits, which no int overflows.
		if (value.matches("[0-9]{1,9}")) {
			int number = Integer.parseInt(value);
			if (number >= min && number <= max) {
				return number;
			}
		}
		faults.add(new InvalidParameters.Fault(field, "invalid.number",
				List.of(Integer.toString(min), Integer.toString(max))));
		return fallback;
	}

	private @Nullable Integer year(List<InvalidParameters.Fault> faults) {
		return (this.year == null || this.year.isBlank()) ? null
				: Integer.valueOf(number("year", this.year, MIN_YEAR, MAX_YEAR, 0, faults));
	}

}
