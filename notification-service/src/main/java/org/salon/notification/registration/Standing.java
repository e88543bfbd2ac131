package org.salon.notification.registration;

/** What a registration is at. */
public enum Standing {

	/** Waits for its person to confirm the address. */
	PENDING,
	/** Holds a place. */
	REGISTERED,
	/** Holds a place in line. */
	WAITLISTED,
	/** Gave the place back. */
	CANCELLED

}
