package org.salon.notification.ledger;

/** What a message is at. */
public enum LedgerState {

	/** Waits until it is due. */
	PLANNED,
	/** A sender has it, and has not yet spoken of it to the mail server. */
	LEASED,
	/** A sender hands it over, and may have done so. */
	SENDING,
	/** The mail server has it. */
	SENT,
	/** The mail server refused it for now. */
	RETRY,
	/** The mail server refused it for good. */
	FAILED,
	/** The mail server may have it: it is handed over again as the identical message. */
	UNKNOWN,
	/** Called off before it was sent. */
	CANCELLED,
	/** Its time passed before it could be sent. */
	EXPIRED,
	/** Another message says what it would have said. */
	SUPERSEDED,
	/** Not sent, on purpose. */
	SUPPRESSED,
	/** Came back after the mail server had accepted it. */
	BOUNCED;

	/** Whether nothing is left to do for it. */
	boolean settled() {
		return switch (this) {
			case SENT, FAILED, CANCELLED, EXPIRED, SUPERSEDED, SUPPRESSED, BOUNCED -> true;
			case PLANNED, LEASED, SENDING, RETRY, UNKNOWN -> false;
		};
	}

}
