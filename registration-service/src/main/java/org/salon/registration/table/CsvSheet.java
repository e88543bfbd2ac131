package org.salon.registration.table;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;

import org.jspecify.annotations.Nullable;

/** A table as CSV (RFC 4180) in UTF-8 that no spreadsheet runs as formulas. */
public final class CsvSheet implements Sheet {

	/** Without it spreadsheets take Chinese names for Latin-1. */
	private static final String BYTE_ORDER_MARK = "\uFEFF";

	// As OWASP lists them, and the wide forms that some spreadsheets take for the same.
	private static final String FORMULA_STARTS = "=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20";

	private final Writer writer;

	private boolean begun;

	public CsvSheet(OutputStream out) {
		this.writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
	}

	@Override
	public void add(List<? extends @Nullable String> cells) throws IOException {
		if (!this.begun) {
			this.begun = true;
			this.writer.write(BYTE_ORDER_MARK);
		}
		String before = "";
		for (String cell : cells) {
			this.writer.write(before);
			this.writer.write(cell(cell));
			before = ",";
		}
		this.writer.write("\r\n");
	}

	@Override
	public void finish() throws IOException {
		this.writer.flush();
	}

	static String cell(@Nullable String value) {
		if (value == null) {
			return "";
		}
		String text = value.replace("\0", "");
		if (!text.isEmpty() && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0) {
			text = "'" + text;
		}
		boolean quoted = text.chars().anyMatch((sign) -> ",\"\r\n;\t".indexOf(sign) >= 0);
		return quoted ? "\"" + text.replace("\"", "\"\"") + "\"" : text;
	}

}
