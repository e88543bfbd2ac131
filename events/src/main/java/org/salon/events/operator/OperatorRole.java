package org.salon.events.operator;

/** What an account may do. */
public enum OperatorRole {

	/** Everything. */
	ORGANISER,
	/** See the list of salons, and check people in. */
	DOOR,
	/** See everything, and change nothing. */
	READER

}
