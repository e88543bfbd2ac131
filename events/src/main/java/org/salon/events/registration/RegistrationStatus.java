package org.salon.events.registration;

/** What a registration is at. */
public enum RegistrationStatus {

	/** Waits for its person to confirm the address. */
	PENDING,
	/** Holds a place. */
	REGISTERED,
	/** Holds a place in line. */
	WAITLISTED,
	/** Gave the place back. */
	CANCELLED

}
