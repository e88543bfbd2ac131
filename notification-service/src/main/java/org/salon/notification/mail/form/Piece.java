package org.salon.notification.mail.form;

import java.util.List;

/**
 * A piece of a form.
 *
 * @param text what stands there, or the name of the value that does
 * @param parts what it is made of, if it is made of others
 */
record Piece(As as, String text, List<Piece> parts) {

	Piece {
		parts = List.copyOf(parts);
	}

	static Piece of(As as, String text) {
		return new Piece(as, text, List.of());
	}

	static Piece of(As as, List<Piece> parts) {
		return new Piece(as, "", parts);
	}

	/** How a piece goes into a mail. Forms are kept: none may change its meaning. */
	enum As {

		/** Text as it stands. */
		TEXT,
		/** A value as it is. */
		VALUE,
		/** A value with what is markup in HTML escaped. */
		HTML_VALUE,
		/** A value as a parameter of a property in a calendar (RFC 5545, 3.1). */
		PARAMETER_VALUE,
		/** A value within a text of a calendar (RFC 5545, 3.3.11). */
		CALENDAR_VALUE,
		/** Parts, folded as one line of a calendar. */
		CONTENT_LINE,
		/** Parts, encoded. */
		BASE64,
		/** Parts of one line, encoded. */
		QUOTED_PRINTABLE,
		/** Parts as the value of a header field (RFC 2047). */
		SUBJECT

	}

}
