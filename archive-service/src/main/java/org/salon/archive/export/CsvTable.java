package org.salon.archive.export;

import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import tools.jackson.dataformat.csv.CsvMapper;
import tools.jackson.dataformat.csv.CsvSchema;
import tools.jackson.dataformat.csv.CsvWriteFeature;

import org.salon.archive.salon.Salon;
import org.salon.archive.salon.Speaker;
import org.salon.archive.salon.TopicGroup;

/** The archive as RFC 4180 CSV, to be opened in a spreadsheet: one row for each salon. */
final class CsvTable {

	// The spreadsheets of most readers take a file without it for GBK.
	private static final String BYTE_ORDER_MARK = "\uFEFF";

	private static final List<String> COLUMNS = List.of("number", "date", "status", "title", "tags", "topics",
			"speakers", "links", "notes");

	// What a spreadsheet runs as a formula (OWASP, CSV injection), full-width forms
	// included.
	private static final Pattern FORMULA = Pattern.compile("^[\\s\\uFFFD]*[=+\\-@＝＋－＠\\t\\r].*", Pattern.DOTALL);

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
		return List.of(Integer.toString(salon.number()), salon.date().toString(), salon.statusAt(now).name(),
				cell(salon.title()), cell(String.join("; ", salon.tags())), lines(salon.groups(), CsvTable::group),
				lines(salon.speakers(), CsvTable::speaker),
				lines(salon.links(), (link) -> (link.label() + " " + link.url()).strip()),
				lines(salon.notes(), (note) -> note));
	}

	private static <T> String lines(List<T> parts, Function<T, String> line) {
		return cell(parts.stream().map(line).collect(Collectors.joining("\n")));
	}

	private static String group(TopicGroup group) {
		String topics = String.join("；", group.topics());
		return (group.tag() != null) ? "【" + group.tag() + "】" + topics : topics;
	}

	private static String speaker(Speaker speaker) {
		return (speaker.affiliation() != null) ? speaker.name() + " (" + speaker.affiliation() + ")" : speaker.name();
	}

	private static String cell(String text) {
		return FORMULA.matcher(text).matches() ? "'" + text : text;
	}

}
