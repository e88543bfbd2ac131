package org.salon.notification.ledger;

/** Ways by which messages go out. */
final class Channels {

	static final String MAIL = "mail";

	private Channels() {
	}

}
