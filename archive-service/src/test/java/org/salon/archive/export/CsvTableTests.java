package org.salon.archive.export;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.salon.archive.salon.Salon;
import org.salon.archive.salon.TopicGroup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.salon.archive.export.Samples.link;
import static org.salon.archive.export.Samples.salon;

class CsvTableTests {

	private static final LocalDate DATE = LocalDate.of(2020, 5, 31);

	@Test
	void writesOneRowForEachSalon() {
		Salon salon = salon(43, DATE, List.of(new TopicGroup("论文分享", List.of("a, \"b\"", "c"))),
				List.of(link("Deep Q", "https://momodel.cn/live/1"), link("", "https://example.org")), List.of());
		Map<String, String> row = read(List.of(salon)).getFirst();
		assertThat(row).containsEntry("number", "43")
			.containsEntry("date", "2020-05-31")
			.containsEntry("status", "ARCHIVED")
			.containsEntry("tags", "论文分享")
			.containsEntry("topics", "【论文分享】a, \"b\"；c")
			.containsEntry("linkLabels", "Deep Q\n")
			.containsEntry("links", "https://momodel.cn/live/1\nhttps://example.org");
	}

	@ParameterizedTest
	@ValueSource(strings = { "=1+1", "+1", "-1", "@SUM(A1)", "\t=1", " =1", "＝1", "\uFFFD=1",
			"=HYPERLINK(\"https://example.org\")" })
	void neutralisesFormula(String note) {
		Map<String, String> row = read(List.of(salon(1, DATE, List.of(), List.of(), List.of(note)))).getFirst();
		assertThat(row.get("notes")).startsWith("'").contains("1".equals(note) ? "1" : note.strip().substring(0, 1));
	}

	@Test
	void startsWithTheMarkByWhichSpreadsheetsKnowItsEncoding() {
		assertThat(CsvTable.write(List.of(), Instant.EPOCH)).startsWith("\uFEFFnumber,date,status,title,series,");
	}

	private static List<Map<String, String>> read(List<Salon> salons) {
		return CsvReader.rows(CsvTable.write(salons, Instant.EPOCH));
	}

}
