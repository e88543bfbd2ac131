package org.salon.archive.export;

import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import tools.jackson.dataformat.csv.CsvMapper;
import tools.jackson.dataformat.csv.CsvSchema;
import tools.jackson.dataformat.csv.CsvWriteFeature;

import org.salon.archive.salon.Link;
import org.salon.archive.salon.Salon;
import org.salon.archive.salon.Speaker;
import org.salon.archive.salon.TopicGroup;

/**
 * The archive as RFC 4180 CSV, to be opened in a spreadsheet: one row for each salon,
 * with all that is known of it.
 * <p>
 * A cell with several values has one on each line; the lines of {@code speakers} and
 * {@code affiliations}, and those of {@code linkKinds}, {@code linkLabels} and
 * {@code links}, belong together. A backslash stands before what would divide a value:
 *
 * <pre>
 * 【论文分享】LEAF；NICO     a tag with two topics
 * 【】a\；b\\c\nd          no tag; one topic: "a；b\c", a line break, "d"
 * </pre>
 */
final class CsvTable {

	// The spreadsheets of most readers take a file without it for GBK.
	private static final String BYTE_ORDER_MARK = "\uFEFF";

	private static final List<String> COLUMNS = List.of("number", "date", "status", "title", "series", "host",
			"startsAt", "endsAt", "zone", "tags", "topics", "speakers", "affiliations", "papers", "outline",
			"introduction", "linkKinds", "linkLabels", "links", "notes");

	// What a spreadsheet runs as a formula (OWASP, CSV injection), full-width forms
	// included. One that has an apostrophe already gets another, so that readers can take
	// one away.
	private static final Pattern FORMULA = Pattern.compile("^'*[\\s\\uFFFD]*[=+\\-@＝＋－＠\\t\\r].*", Pattern.DOTALL);

	private static final Pattern DIVIDER = Pattern.compile("[\\\\；】]");

	private static final CsvMapper MAPPER = CsvMapper.builder()
		.enable(CsvWriteFeature.STRICT_CHECK_FOR_QUOTING)
		.build();

	private static final CsvSchema SCHEMA = CsvSchema.builder()
		.addColumns(COLUMNS, CsvSchema.ColumnType.STRING)
		.setUseHeader(true)
		.setLineSeparator("\r\n")
		.build();

	private CsvTable() {
	}

	static String write(List<Salon> salons, Instant now) {
		List<List<String>> rows = salons.stream().map((salon) -> row(salon, now)).toList();
		return BYTE_ORDER_MARK + MAPPER.writer(SCHEMA).writeValueAsString(rows);
	}

	private static List<String> row(Salon salon, Instant now) {
		Stream<String> facts = Stream
			.of(salon.number(), salon.date(), salon.statusAt(now), salon.title(), salon.series(), salon.host(),
					salon.startsAt(), salon.endsAt(), salon.zone())
			.map(CsvTable::text);
		Stream<String> lists = Stream.of(lines(salon.tags(), (tag) -> tag), groups(salon.groups()),
				lines(salon.speakers(), Speaker::name), lines(salon.speakers(), Speaker::affiliation),
				lines(salon.papers(), (paper) -> paper), lines(salon.outline(), (point) -> point),
				text(salon.introduction()), lines(salon.links(), (link) -> link.kind().name()),
				lines(salon.links(), Link::label), lines(salon.links(), Link::url),
				lines(salon.notes(), (note) -> note));
		return Stream.concat(facts, lists).map(CsvTable::cell).toList();
	}

	private static String text(@Nullable Object value) {
		return (value != null) ? value.toString() : "";
	}

	private static <T> String lines(List<T> parts, Function<T, @Nullable String> value) {
		return parts.stream().map((part) -> oneLine(text(value.apply(part)))).collect(Collectors.joining("\n"));
	}

	private static String groups(List<TopicGroup> groups) {
		return groups.stream().map(CsvTable::group).collect(Collectors.joining("\n"));
	}

	private static String group(TopicGroup group) {
		return "【" + oneLine(text(group.tag())) + "】"
				+ group.topics().stream().map(CsvTable::oneLine).collect(Collectors.joining("；"));
	}

	private static String oneLine(String value) {
		return DIVIDER.matcher(value).replaceAll("\\\\$0").replace("\r", "\\r").replace("\n", "\\n");
	}

	private static String cell(String text) {
		return FORMULA.matcher(text).matches() ? "'" + text : text;
	}

}
