package org.salon.registration.invitation;

/** A piece of running text. */
sealed interface Segment {

	int line();

	/** Text without markup. */
	record Text(String text, int line) implements Segment {
	}

	/** The end of a line as the author sees it. */
	record Break(int line) implements Segment {
	}

	/**
	 * A link or a picture.
	 *
	 * @param label the visible text, empty if there is none
	 */
	record Target(String label, String address, boolean picture, int line) implements Segment {

		/** Whether the visible text is only the address again. */
		boolean unnamed() {
			String text = this.label.strip();
			return text.isEmpty() || text.equals(this.address) || text.startsWith("http://")
					|| text.startsWith("https://");
		}

	}

}
