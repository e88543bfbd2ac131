package org.salon.archive.salon;

import java.util.List;

/** Where in a salon's texts the words are that were searched for. */
public interface Highlights {

	/** Nothing was searched for. */
	Highlights NONE = new Highlights() {

		@Override
		public List<Segment> of(String text) {
			return text.isEmpty() ? List.of() : List.of(new Segment(text, false));
		}

		@Override
		public List<Segment> snippet() {
			return List.of();
		}

	};

	/**
	 * The text in pieces that together are the text; one plain piece if nothing is hit.
	 */
	List<Segment> of(String text);

	/**
	 * A part of the outline, introduction or notes with a hit in it; empty if there is
	 * none.
	 */
	List<Segment> snippet();

}
