package org.salon.messaging.outbox;

/** An event larger than any record that is sent; found before the change commits. */
public class EventTooLarge extends RuntimeException {

	public EventTooLarge(String subject, int bytes, int limit) {
		super("the event of %s has %d bytes, the limit is %d".formatted(subject, bytes, limit));
	}

}
