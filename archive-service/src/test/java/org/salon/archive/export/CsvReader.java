package org.salon.archive.export;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.MappingIterator;
import tools.jackson.dataformat.csv.CsvMapper;
import tools.jackson.dataformat.csv.CsvSchema;

import org.salon.archive.salon.Link;
import org.salon.archive.salon.LinkKind;
import org.salon.archive.salon.Salon;
import org.salon.archive.salon.Speaker;
import org.salon.archive.salon.Status;
import org.salon.archive.salon.TopicGroup;

/** Reads the table as {@link CsvTable} says that it is to be read. */
final class CsvReader {

	private static final Pattern NEUTRALISED = Pattern.compile("'+[\\s\\uFFFD]*[=+\\-@＝＋－＠\\t\\r].*", Pattern.DOTALL);

	private final Map<String, String> row;

	private CsvReader(Map<String, String> row) {
		this.row = row;
	}

	static List<Salon> read(String csv) {
		return rows(csv).stream().map((row) -> new CsvReader(row).salon()).toList();
	}

	static List<Map<String, String>> rows(String csv) {
		try (MappingIterator<Map<String, String>> rows = new CsvMapper().readerFor(Map.class)
			.with(CsvSchema.emptySchema().withHeader())
			.readValues(csv.substring(1))) {
			return rows.readAll();
		}
	}

	private Salon salon() {
		List<String> affiliations = lines("affiliations");
		List<String> kinds = lines("linkKinds");
		List<String> labels = lines("linkLabels");
		List<String> names = lines("speakers");
		List<String> addresses = lines("links");
		return new Salon(Integer.parseInt(cell("number")), cell("title"), LocalDate.parse(cell("date")),
				Status.valueOf(cell("status")), given("host"), instant("startsAt"), instant("endsAt"),
				ZoneId.of(cell("zone")),
				IntStream.range(0, names.size())
					.mapToObj((i) -> new Speaker(names.get(i), orNull(affiliations.get(i))))
					.toList(),
				lines("papers"), lines("outline"), given("introduction"), groups(),
				IntStream.range(0, addresses.size())
					.mapToObj((i) -> new Link(labels.get(i), addresses.get(i), LinkKind.valueOf(kinds.get(i))))
					.toList(),
				lines("notes"), given("series"));
	}

	private String cell(String column) {
		String cell = this.row.get(column);
		return NEUTRALISED.matcher(cell).matches() ? cell.substring(1) : cell;
	}

	private @Nullable String given(String column) {
		return orNull(cell(column));
	}

	private static @Nullable String orNull(String text) {
		return text.isEmpty() ? null : text;
	}

	private @Nullable Instant instant(String column) {
		return cell(column).isEmpty() ? null : Instant.parse(cell(column));
	}

	private List<String> lines(String column) {
		return lines(column, CsvReader::plain);
	}

	private <T> List<T> lines(String column, Function<String, T> line) {
		return cell(column).isEmpty() ? List.of() : Stream.of(cell(column).split("\n", -1)).map(line).toList();
	}

	private List<TopicGroup> groups() {
		return lines("topics", (line) -> {
			List<String> parts = divided(line.substring(1), '】');
			return new TopicGroup(orNull(plain(parts.getFirst())),
					divided(parts.getLast(), '；').stream().map(CsvReader::plain).toList());
		});
	}

	/** Parts between dividers that no backslash stands before. */
	private static List<String> divided(String text, char divider) {
		List<String> parts = new ArrayList<>();
		int start = 0;
		for (int i = 0; i < text.length(); i++) {
			if (text.charAt(i) == '\\') {
				i++;
			}
			else if (text.charAt(i) == divider) {
				parts.add(text.substring(start, i));
				start = i + 1;
			}
		}
		parts.add(text.substring(start));
		return parts;
	}

	private static String plain(String line) {
		return Pattern.compile("\\\\(.)").matcher(line).replaceAll((escape) -> switch (escape.group(1)) {
			case "n" -> "\n";
			case "r" -> "\r";
			case "\\" -> "\\\\";
			default -> escape.group(1);
		});
	}

}
