package org.salon.notification.ledger;

import java.util.Optional;
import java.util.UUID;

import org.springframework.stereotype.Component;

/** The mails that were handed over, to look at. */
@Component
public class KeptMails {

	private final KeptMessages messages;

	KeptMails(KeptMessages messages) {
		this.messages = messages;
	}

	/** None, if it was not handed over yet, or is kept no longer. */
	public Optional<Frozen> find(UUID deliveryId) {
		return this.messages.find(deliveryId);
	}

}
