package org.salon.registration.member;

/** An address that is none, or none that is written to; the message is its code. */
public final class InvalidEmailAddress extends RuntimeException {

	InvalidEmailAddress(String code) {
		super(code);
	}

	/** The code of the message. */
	public String code() {
		return String.valueOf(getMessage());
	}

}
