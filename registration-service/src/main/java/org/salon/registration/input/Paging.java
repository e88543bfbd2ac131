package org.salon.registration.input;

/** Which part of a list is asked for. */
public record Paging(int page, int size) {

	private static final int LARGEST = 500;

	private static final int LAST = 1_000_000;

	/**
	 * A page, counted from 0.
	 * @throws InvalidFields if there can be no such page
	 */
	public static Paging of(int page, int size) {
		Checks checks = new Checks();
		if (page < 0 || page > LAST) {
			checks.reject("page", "field.page");
		}
		if (size < 1 || size > LARGEST) {
			checks.reject("size", "field.pageSize", LARGEST);
		}
		checks.done();
		return new Paging(page, size);
	}

	/** How many stand before it. */
	public long offset() {
		return (long) this.page * this.size;
	}

}
