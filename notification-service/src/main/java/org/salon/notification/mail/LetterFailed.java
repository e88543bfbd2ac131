package org.salon.notification.mail;

import java.util.UUID;

/** A mail could not be put together; trying again would not help. */
public class LetterFailed extends RuntimeException {

	public LetterFailed(UUID deliveryId, Exception cause) {
		super("delivery " + deliveryId + " cannot be composed", cause);
	}

}
