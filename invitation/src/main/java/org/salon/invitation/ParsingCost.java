package org.salon.invitation;

import org.salon.invitation.InvalidInvitation.Reason;

/**
 * Refuses, before parsing, the two kinds of text whose parsing costs more than their
 * length.
 */
final class ParsingCost {

	static final int MAX_COLUMNS = 100;

	private static final int MAX_CELLS = 200_000;

	private static final long MAX_STEPS = 20_000_000;

	private ParsingCost() {
	}

	/** Looks at each character a fixed number of times. */
	static void check(String source) {
		int remaining = 0;
		for (int i = 0; i < source.length(); i++) {
			remaining += (source.charAt(i) == '\n') ? 1 : 0;
		}
		int number = 1;
		long marks = 0;
		long brackets = 0;
		for (String line : (Iterable<String>) source.lines()::iterator) {
			checkTable(line, number, remaining--);
			// At the end of each link the parser goes over all marks of emphasis before
			// it in
			// the paragraph that are still open.
			marks = line.isBlank() ? 0 : marks + count(line, '*') + count(line, '_');
			brackets = line.isBlank() ? 0 : brackets + count(line, ']');
			if (marks * brackets > MAX_STEPS) {
				throw new InvalidInvitation(number, Reason.TOO_TANGLED);
			}
			number++;
		}
	}

	/**
	 * The extension fills up every short row to the width of the header, so a wide header
	 * over many rows would cost their product in memory.
	 */
	private static void checkTable(String line, int number, int below) {
		long pipes = count(line, '|');
		if (pipes > MAX_COLUMNS + 1 || (pipes > 1 && (pipes - 1) * below > MAX_CELLS)) {
			throw new InvalidInvitation(number, Reason.TABLE_TOO_LARGE, MAX_COLUMNS, MAX_CELLS);
		}
	}

	private static long count(String line, char wanted) {
		long count = 0;
		for (int i = 0; i < line.length(); i++) {
			count += (line.charAt(i) == wanted) ? 1 : 0;
		}
		return count;
	}

}
