package org.salon.notification.desk;

import java.util.List;

/**
 * One page of a list.
 *
 * @param number from 0
 * @param total on all pages
 */
public record Paging<T>(List<T> items, int number, long total) {

	static final int SIZE = 50;

	/** Which page is asked for. */
	static int number(String text) {
		if (!text.matches("[0-9]{1,6}")) {
			throw new NoSuchPage("page.none");
		}
		return Integer.parseInt(text);
	}

	/** Whether there are more. */
	public boolean hasNext() {
		return (this.number + 1L) * SIZE < this.total;
	}

}
