package org.salon.registration.table;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class CsvSheetTests {

	@ParameterizedTest
	@ValueSource(strings = { "=1+1", "+1", "-1", "@SUM(A1)", "\uFF1D1", "\uFF0B1", "\uFF0D1", "\uFF20A1" })
	void keepsFormulaFromRunning(String cell) {
		assertThat(CsvSheet.cell(cell)).isEqualTo("'" + cell);
	}

	@Test
	void quotesWhatWouldEndCell() {
		assertThat(CsvSheet.cell("a\"b,c\r\nd")).isEqualTo("\"a\"\"b,c\r\nd\"");
		assertThat(CsvSheet.cell("\t=1")).isEqualTo("\"'\t=1\"");
		assertThat(CsvSheet.cell("\r=1")).isEqualTo("\"'\r=1\"");
		assertThat(CsvSheet.cell("\n=1")).isEqualTo("\"'\n=1\"");
		assertThat(CsvSheet.cell("a;=1")).isEqualTo("\"a;=1\"");
		assertThat(CsvSheet.cell("\0=1")).isEqualTo("'=1");
		assertThat(CsvSheet.cell(null)).isEmpty();
	}

	@Test
	void writesRowsAfterOneByteOrderMark() throws IOException {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		CsvSheet sheet = new CsvSheet(out);
		sheet.add(List.of("name", "note"));
		sheet.add(Arrays.asList("李雷", null));
		sheet.finish();
		assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("\uFEFFname,note\r\n李雷,\r\n");
	}

}
