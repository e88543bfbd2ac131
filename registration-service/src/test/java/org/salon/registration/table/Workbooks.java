package org.salon.registration.table;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** What stands in a workbook. */
public final class Workbooks {

	private static final String SHEET = "xl/worksheets/sheet1.xml";

	private Workbooks() {
	}

	/**
	 * The first sheet as XML. It is found by its name, as sizes come after a part that is
	 * written while it grows, in the form that Excel reads and ZipInputStream does not.
	 */
	public static String sheet(byte[] workbook) {
		int name = new String(workbook, StandardCharsets.ISO_8859_1).indexOf(SHEET);
		int extra = Short.toUnsignedInt(ByteBuffer.wrap(workbook).order(ByteOrder.LITTLE_ENDIAN).getShort(name - 2));
		int start = name + SHEET.length() + extra;
		Inflater inflater = new Inflater(true);
		try {
			inflater.setInput(workbook, start, workbook.length - start);
			byte[] xml = new byte[8_000_000];
			return new String(xml, 0, inflater.inflate(xml), StandardCharsets.UTF_8);
		}
		catch (DataFormatException ex) {
			throw new AssertionError(ex);
		}
		finally {
			inflater.end();
		}
	}

}
