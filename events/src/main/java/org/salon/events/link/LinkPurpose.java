package org.salon.events.link;

/** What a link in a mail lets its holder do, and nothing beyond. */
public enum LinkPurpose {

	/** See and give back one place: the id is the registration's. */
	REGISTRATION('r'),
	/** See and choose which mails to get: the id is the member's. */
	PREFERENCES('p'),
	/** Stop all mails that do not concern a place held: the id is the member's. */
	UNSUBSCRIBE('u');

	private final char code;

	LinkPurpose(char code) {
		this.code = code;
	}

	byte code() {
		return (byte) this.code;
	}

}
