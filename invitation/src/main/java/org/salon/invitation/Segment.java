package org.salon.invitation;

import org.jspecify.annotations.Nullable;

/** A piece of running text. */
sealed interface Segment {

	int line();

	/**
	 * Text without markup.
	 *
	 * @param literal whether it is a code span, which is taken as it is: nothing in it
	 * separates, names or remarks
	 */
	record Text(String text, int line, boolean literal) implements Segment {

		Text(String text, int line) {
			this(text, line, false);
		}

	}

	/** The end of a line as the author sees it. */
	record Break(int line) implements Segment {
	}

	/**
	 * A link or a picture.
	 *
	 * @param label the visible text, empty if there is none
	 * @param title what the author's Markdown shows when one points at it
	 * @param literal whether the label is a code span, which is taken as it is
	 */
	record Target(String label, String address, boolean picture, int line, @Nullable String title,
			boolean literal) implements Segment {

		Target(String label, String address, boolean picture, int line) {
			this(label, address, picture, line, null, false);
		}

		/** Whether the visible text is only the address again. */
		boolean unnamed() {
			String text = this.label.strip();
			return text.isEmpty() || text.equals(this.address) || text.startsWith("http://")
					|| text.startsWith("https://");
		}

	}

}
