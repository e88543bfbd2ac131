package org.salon.registration.table;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class XlsxSheetTests {

	@Test
	void keepsEveryCellATextWhateverItBeginsWith() throws IOException {
		String sheet = Workbooks.sheet(write(List.of("=1+1", "+1", "-1", "@SUM(A1)", "7")));
		assertThat(sheet).contains(">=1+1<", ">+1<", ">@SUM(A1)<").doesNotContain("<f>", "<f ", "t=\"n\"", "t=\"str\"");
		assertThat(sheet.split("t=\"inlineStr\"", -1)).hasSize(6);
	}

	@Test
	void writesWhatNoXmlCouldHold() throws IOException {
		String sheet = Workbooks.sheet(write(Arrays.asList("a\u0001b", "<&>", null, "x".repeat(40_000))));
		assertThat(sheet).contains(">ab<", "&lt;&amp;&gt;", "x".repeat(32_767)).doesNotContain("x".repeat(32_768));
	}

	@Test
	void isWrittenAsItGrows() throws IOException {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		XlsxSheet sheet = new XlsxSheet(out, "many");
		for (int row = 0; row < 20_000; row++) {
			sheet.add(List.of("name " + row, "address" + Integer.toHexString(row * 7919) + "@example.org"));
		}
		assertThat(out.size()).as("before its end").isGreaterThan(100_000);
		sheet.finish();
		assertThat(Workbooks.sheet(out.toByteArray())).contains("name 19999");
	}

	private static byte[] write(List<String> row) throws IOException {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		XlsxSheet sheet = new XlsxSheet(out, "salon-44-people");
		sheet.add(row);
		sheet.finish();
		return out.toByteArray();
	}

}
