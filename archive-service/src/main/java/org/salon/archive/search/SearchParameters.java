package org.salon.archive.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import org.springframework.web.util.UriComponentsBuilder;

import org.salon.archive.salon.PlainText;
import org.salon.archive.salon.SalonQuery;
import org.salon.archive.web.InvalidParameters;

/**
 * The parameters of a search as they came, and the query that they mean.
 *
 * @param query words to find it by
 * @param tag of a group of topics
 * @param year in which it was
 * @param platform of a link: its code, or the host where there is no code
 * @param replay true for those with a recording to watch only
 * @param speaker name of one who spoke
 * @param series that it is one of
 * @param page from 0
 * @param size of a page
 * @param highlights true to be shown where in its texts a salon has what was searched for
 */
public record SearchParameters(@Schema(maxLength = MAX_QUERY) @Nullable String query,
		@Schema(maxLength = MAX_QUERY) @Nullable String tag,
		@Schema(type = "integer", minimum = "" + MIN_YEAR, maximum = "" + MAX_YEAR) @Nullable String year,
		@Schema(maxLength = MAX_QUERY) @Nullable String platform,
		@Schema(type = "boolean", defaultValue = "false") @Nullable String replay,
		@Schema(maxLength = MAX_QUERY) @Nullable String speaker, @Schema(maxLength = MAX_QUERY) @Nullable String series,
		@Schema(type = "integer", minimum = "0", maximum = "" + MAX_PAGE, defaultValue = "0") @Nullable String page,
		@Schema(type = "integer", minimum = "1", maximum = "" + MAX_SIZE,
				defaultValue = "" + DEFAULT_SIZE) @Nullable String size,
		@Schema(type = "boolean", defaultValue = "false") @Nullable String highlights) {

	private static final int MAX_QUERY = SalonQuery.LONGEST_VALUE;

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
		String text = words(faults);
		String wantedTag = text("tag", this.tag, faults);
		Integer wantedYear = year(faults);
		String wantedPlatform = text("platform", this.platform, faults);
		boolean withReplay = flag("replay", this.replay, faults);
		String wantedSpeaker = text("speaker", this.speaker, faults);
		String wantedSeries = text("series", this.series, faults);
		int wantedPage = number("page", this.page, 0, MAX_PAGE, 0, faults);
		int wantedSize = number("size", this.size, 1, MAX_SIZE, DEFAULT_SIZE, faults);
		flag("highlights", this.highlights, faults);
		if (!faults.isEmpty()) {
			throw new InvalidParameters(faults);
		}
		return new SalonQuery(text, wantedTag, wantedYear, wantedPlatform, withReplay, wantedSpeaker, wantedSeries,
				wantedPage, wantedSize);
	}

	boolean withHighlights() {
		return Boolean.parseBoolean(this.highlights);
	}

	/**
	 * The address of another page of the same list.
	 * @param path of the list
	 * @param wanted from 0
	 */
	public String address(String path, int wanted) {
		return UriComponentsBuilder.fromPath(path)
			.queryParamIfPresent("query", given(this.query))
			.queryParamIfPresent("tag", given(this.tag))
			.queryParamIfPresent("year", given(this.year))
			.queryParamIfPresent("platform", given(this.platform))
			.queryParamIfPresent("replay", given(this.replay))
			.queryParamIfPresent("speaker", given(this.speaker))
			.queryParamIfPresent("series", given(this.series))
			.queryParamIfPresent("highlights", given(this.highlights))
			.queryParamIfPresent("size", given(this.size))
			.queryParam("page", wanted)
			.encode()
			.build()
			.toUriString();
	}

	private static Optional<String> given(@Nullable String value) {
		return Optional.ofNullable(value).filter((text) -> !text.isBlank());
	}

	private @Nullable String words(List<InvalidParameters.Fault> faults) {
		String text = text("query", this.query, faults);
		if (text != null && PlainText.comparable(text).split(" ").length > MAX_TERMS) {
			faults.add(new InvalidParameters.Fault("query", "invalid.terms", List.of(MAX_TERMS)));
		}
		return text;
	}

	private static boolean flag(String field, @Nullable String value, List<InvalidParameters.Fault> faults) {
		if (value == null || value.isBlank() || value.equals("false")) {
			return false;
		}
		if (!value.equals("true")) {
			faults.add(new InvalidParameters.Fault(field, "invalid.flag", List.of()));
		}
		return true;
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
