package org.salon.notification.sender;

import java.util.Optional;
import java.util.UUID;

import org.salon.notification.ledger.KeptMails;

import org.springframework.stereotype.Component;

/** Mails as they went over the wire, for as long as they are kept. */
@Component
public class SentMails {

	private final KeptMails mails;

	SentMails(KeptMails mails) {
		this.mails = mails;
	}

	/** The very bytes that the mail server was last given, or may have been. */
	public Optional<byte[]> find(UUID deliveryId) {
		return this.mails.find(deliveryId).map(Freezer::thaw);
	}

}
