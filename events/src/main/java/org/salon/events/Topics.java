package org.salon.events;

/** Names of the topics. The record key is that by which order is kept. */
public final class Topics {

	/**
	 * Salons, keyed by the salon's number. Carries no attendee's data and is kept for
	 * ever: archives are rebuilt from it.
	 */
	public static final String SALONS = "salon.salons";

	/**
	 * Registrations and members, keyed by the member's id. The only topic with names and
	 * addresses, so its records live for 30 days at most.
	 */
	public static final String REGISTRATIONS = "salon.registrations";

	/**
	 * Outcomes of deliveries and answers to them, keyed by the member's id. Carries ids,
	 * never addresses.
	 */
	public static final String DELIVERIES = "salon.deliveries";

	/**
	 * Accounts of the console, keyed by the account's id. Carries ids and roles, never
	 * names, addresses or secrets, and is kept for ever: whoever hears of it late ends
	 * the sessions that are over all the same.
	 */
	public static final String OPERATORS = "salon.operators";

	private Topics() {
	}

}
