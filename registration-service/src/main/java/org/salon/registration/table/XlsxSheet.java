package org.salon.registration.table;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/**
 * A table as an Office Open XML workbook. Each cell is a text by its type, so that what
 * begins with "=" is read and not run, and is left as it was typed.
 */
public final class XlsxSheet implements Sheet {

	/** What fits into one cell of Excel. */
	private static final int LONGEST_CELL = 32_767;

	private static final int ROWS_IN_MEMORY = 500;

	private final Workbook workbook;

	private final Worksheet sheet;

	private int row;

	public XlsxSheet(OutputStream out, String name) {
		this.workbook = new Workbook(out, "Salon", null);
		this.sheet = this.workbook.newWorksheet(name);
		this.sheet.freezePane(0, 1);
	}

	@Override
	public void add(List<? extends @Nullable String> cells) throws IOException {
		for (int column = 0; column < cells.size(); column++) {
			String cell = cells.get(column);
			if (cell != null && !cell.isEmpty()) {
				// Within the row: shared texts would all be kept until the end.
				this.sheet.inlineString(this.row, column, fitting(cell));
			}
		}
		this.row++;
		if (this.row % ROWS_IN_MEMORY == 0) {
			this.sheet.flush();
		}
	}

	@Override
	public void finish() throws IOException {
		this.workbook.finish();
	}

	private static String fitting(String cell) {
		if (cell.length() <= LONGEST_CELL) {
			return cell;
		}
		int end = Character.isHighSurrogate(cell.charAt(LONGEST_CELL - 1)) ? LONGEST_CELL - 1 : LONGEST_CELL;
		return cell.substring(0, end);
	}

}
