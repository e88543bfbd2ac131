package org.salon.notification.mail;

/** A template that cannot be used. */
public class InvalidWords extends RuntimeException {

	private final String field;

	InvalidWords(String field, String message) {
		super(message);
		this.field = field;
	}

	/** {@code subject} or {@code body}. */
	public String field() {
		return this.field;
	}

}
