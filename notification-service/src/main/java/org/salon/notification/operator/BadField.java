package org.salon.notification.operator;

/** One parameter of a request cannot be what it is. */
class BadField extends RuntimeException {

	private final String field;

	BadField(String field, String message) {
		super(message);
		this.field = field;
	}

	String field() {
		return this.field;
	}

}
