package org.salon.registration.link;

/** What is known of an address. */
public enum LinkState {

	/** It has not been checked, or cannot be: it is behind a login, for example. */
	UNKNOWN,
	/** There was an answer, the last time. */
	ALIVE,
	/** There was none, but not for long enough to tell. */
	SUSPECT,
	/** There has been none for long. Nothing is done about it but to say so. */
	DEAD

}
