package org.salon.events.link;

/** What a link in a mail lets its holder do, and nothing beyond. */
public enum LinkPurpose {

	/**
	 * See, confirm, change and give back one place, and say how it was: the id is the
	 * registration's.
	 */
	REGISTRATION('r'),
	/** See and choose which mails to get: the id is the member's. */
	PREFERENCES('p'),
	/** Come to the salon: the id is the registration's. */
	JOIN('j'),
	/** Confirm that announcements are wanted: the id is the member's. */
	SUBSCRIPTION('s'),
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
