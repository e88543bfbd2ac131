package org.salon.registration.subscriber;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.dataformat.csv.CsvMapper;
import tools.jackson.dataformat.csv.CsvReadFeature;
import tools.jackson.dataformat.csv.CsvSchema;

import org.salon.access.page.Languages;
import org.salon.registration.input.Checks;
import org.salon.registration.input.FieldProblem;
import org.salon.registration.input.InvalidFields;
import org.salon.registration.input.Refused;
import org.salon.registration.member.EmailAddress;
import org.salon.registration.member.PersonName;

/**
 * Reads a file of subscribers: CSV (RFC 4180), also with semicolons or tabs, its first
 * line naming the columns.
 *
 * @param candidates whose lines can be imported, each address once
 * @param refused the other lines
 */
record SubscriberFile(List<Candidate> candidates, List<RefusedLine> refused) {

	/** More are several files. */
	static final int MOST_ROWS = 20_000;

	static final int LONGEST_PROOF = 500;

	private static final CsvMapper CSV = CsvMapper.builder()
		.enable(CsvReadFeature.TRIM_SPACES)
		.enable(CsvReadFeature.SKIP_EMPTY_LINES)
		.build();

	private static final Map<String, String> COLUMNS = Map.ofEntries(Map.entry("email", "email"),
			Map.entry("e-mail", "email"), Map.entry("address", "email"), Map.entry("邮箱", "email"),
			Map.entry("name", "name"), Map.entry("姓名", "name"), Map.entry("language", "language"),
			Map.entry("语言", "language"), Map.entry("consent_date", "date"), Map.entry("consent date", "date"),
			Map.entry("同意日期", "date"), Map.entry("consent_source", "proof"), Map.entry("consent source", "proof"),
			Map.entry("consent_proof", "proof"), Map.entry("consent proof", "proof"), Map.entry("同意来源", "proof"));

	/**
	 * Reads it.
	 * @param today no consent is of a later day
	 * @throws Refused if it is no such file
	 */
	static SubscriberFile read(String text, Languages languages, @Nullable String ownAddress, LocalDate today) {
		List<Row> rows = rows(text);
		if (rows.isEmpty()) {
			throw new Refused(Refused.Reason.UNPROCESSABLE, "refused.subscribers.empty");
		}
		Map<String, Integer> columns = columns(rows.getFirst());
		if (rows.size() - 1 > MOST_ROWS) {
			throw new Refused(Refused.Reason.UNPROCESSABLE, "refused.subscribers.tooMany", MOST_ROWS);
		}
		Reader reader = new Reader(columns, languages, ownAddress, today);
		rows.subList(1, rows.size()).forEach(reader::read);
		return new SubscriberFile(reader.candidates, reader.refused);
	}

	private static Map<String, Integer> columns(Row header) {
		Map<String, Integer> columns = new HashMap<>();
		for (int i = 0; i < header.cells().size(); i++) {
			String column = COLUMNS.get(header.cells().get(i).strip().toLowerCase(Locale.ROOT));
			if (column != null) {
				columns.putIfAbsent(column, i);
			}
		}
		for (String needed : List.of("email", "date", "proof")) {
			if (!columns.containsKey(needed)) {
				throw new Refused(Refused.Reason.UNPROCESSABLE, "refused.subscribers.noColumn." + needed);
			}
		}
		return columns;
	}

	private static List<Row> rows(String text) {
		String plain = text.startsWith("\uFEFF") ? text.substring(1) : text;
		CsvSchema schema = CsvSchema.emptySchema().withColumnSeparator(separator(plain));
		List<Row> rows = new ArrayList<>();
		try (JsonParser parser = CSV.reader().with(schema).createParser(plain)) {
			List<String> cells = new ArrayList<>();
			int line = 1;
			for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
				if (token == JsonToken.VALUE_STRING) {
					if (cells.isEmpty()) {
						line = parser.currentTokenLocation().getLineNr();
					}
					cells.add(parser.getString());
				}
				else if (token == JsonToken.END_ARRAY && !cells.isEmpty()) {
					rows.add(new Row(line, List.copyOf(cells)));
					cells.clear();
				}
			}
		}
		catch (JacksonException ex) {
			throw new Refused(Refused.Reason.UNPROCESSABLE, "refused.subscribers.broken");
		}
		return rows;
	}

	/** What parts the columns most often in the first line. */
	private static char separator(String text) {
		String first = text.lines().findFirst().orElse("");
		char best = ',';
		for (char sign : new char[] { ';', '\t' }) {
			if (count(first, sign) > count(first, best)) {
				best = sign;
			}
		}
		return best;
	}

	private static long count(String line, char sign) {
		return line.chars().filter((other) -> other == sign).count();
	}

	private record Row(int line, List<String> cells) {

		String cell(@Nullable Integer column) {
			return (column != null && column < this.cells.size()) ? this.cells.get(column) : "";
		}

	}

	/** Takes lines one by one. */
	private static final class Reader {

		private static final int SHOWN = 80;

		private final List<Candidate> candidates = new ArrayList<>();

		private final List<RefusedLine> refused = new ArrayList<>();

		private final Set<String> seen = new HashSet<>();

		private final Map<String, Integer> columns;

		private final Languages languages;

		private final @Nullable String ownAddress;

		private final LocalDate today;

		Reader(Map<String, Integer> columns, Languages languages, @Nullable String ownAddress, LocalDate today) {
			this.columns = columns;
			this.languages = languages;
			this.ownAddress = ownAddress;
			this.today = today;
		}

		void read(Row row) {
			Checks checks = new Checks();
			// First: without consent nothing else of a line matters.
			if (cell(row, "proof").isBlank()) {
				checks.reject("proof", "subscribers.noProof");
			}
			EmailAddress email = EmailAddress.read(checks, cell(row, "email"), this.ownAddress);
			String typed = cell(row, "name");
			String name = typed.isBlank() ? "" : PersonName.read(checks, typed);
			LocalDate givenOn = date(checks, cell(row, "date"));
			String proof = checks.optionalText("proof", cell(row, "proof"), LONGEST_PROOF);
			try {
				checks.done();
			}
			catch (InvalidFields ex) {
				refuse(row, ex.problems().getFirst());
				return;
			}
			if (email == null || givenOn == null || proof == null) {
				refuse(row, new FieldProblem("email", "field.required", List.of()));
			}
			else if (!this.seen.add(email.key())) {
				refuse(row, new FieldProblem("email", "subscribers.twice", List.of()));
			}
			else {
				this.candidates.add(new Candidate(row.line(), email, name, language(row), givenOn, proof));
			}
		}

		private @Nullable LocalDate date(Checks checks, String text) {
			if (text.isBlank()) {
				checks.reject("date", "subscribers.noDate");
				return null;
			}
			try {
				LocalDate date = LocalDate.parse(text.strip());
				if (date.isAfter(this.today) || date.getYear() < 1990) {
					checks.reject("date", "subscribers.dateRange");
				}
				return date;
			}
			catch (DateTimeException ex) {
				checks.reject("date", "field.date");
				return null;
			}
		}

		private String language(Row row) {
			return this.languages.named(cell(row, "language").strip().replace('_', '-'))
				.orElse(this.languages.fallback())
				.toLanguageTag();
		}

		private void refuse(Row row, FieldProblem problem) {
			String email = cell(row, "email");
			this.refused.add(new RefusedLine(row.line(), email.substring(0, Math.min(email.length(), SHOWN)), problem));
		}

		private String cell(Row row, String column) {
			return row.cell(this.columns.get(column));
		}

	}

}
