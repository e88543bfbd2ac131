package org.salon.notification.mail.form;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A piece as it is filled in over and over: what is the same for all is bytes already.
 *
 * @param text the name of the value, if it is one
 * @param bytes what stands there, if it is the same for all
 */
record Strip(Piece.As as, String text, byte[] bytes, List<Strip> parts) {

	private static final int USUAL_VALUE = 160;

	/** About what its parts come to. */
	int size() {
		int size = 0;
		for (Strip part : this.parts) {
			size += (part.as() == Piece.As.TEXT) ? part.bytes().length : USUAL_VALUE;
		}
		return size;
	}

	/** What comes twice in a row, as a calendar does, is the same strip. */
	static List<Strip> of(List<Piece> pieces) {
		List<Strip> strips = new ArrayList<>();
		Piece encoded = null;
		Strip strip = null;
		for (Piece piece : pieces) {
			if (piece.as() != Piece.As.BASE64) {
				strips.add(of(piece));
				continue;
			}
			if (strip == null || !piece.equals(encoded)) {
				encoded = piece;
				strip = of(piece);
			}
			strips.add(strip);
		}
		return List.copyOf(strips);
	}

	private static Strip of(Piece piece) {
		boolean same = piece.as() == Piece.As.TEXT;
		return new Strip(piece.as(), piece.text(), same ? piece.text().getBytes(StandardCharsets.UTF_8) : new byte[0],
				of(piece.parts()));
	}

}
