package org.salon.events.delivery;

/** What became of a message. */
public enum DeliveryOutcome {

	/** Accepted by the mail server. */
	SENT,
	/** Refused for good, or given up. */
	FAILED,
	/** Came back after it had been accepted. */
	BOUNCED,
	/** Not sent, on purpose: the address or the person does not take such mail. */
	SUPPRESSED,
	/** Its time had passed before it could be sent. */
	EXPIRED,
	/** Called off before it was sent. */
	CANCELLED

}
