package org.salon.notification.desk;

/** What a page would be about is not there; the message is the key of words for that. */
class NoSuchPage extends RuntimeException {

	NoSuchPage(String what) {
		super(what);
	}

}
