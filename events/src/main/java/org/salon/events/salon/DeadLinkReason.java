package org.salon.events.salon;

/** Why a link is taken for dead. */
public enum DeadLinkReason {

	/** The server says that there is no such page. */
	GONE,
	/** The server answers with errors of its own. */
	SERVER_ERROR,
	/** The name of the host is not known any more. */
	NO_SUCH_HOST,
	/** Nobody takes the connection. */
	UNREACHABLE,
	/** The server cannot prove by TLS that it is the one. */
	TLS,
	/** There is no answer in time. */
	TIMEOUT,
	/** One address leads on to the next, without end. */
	REDIRECTS,
	/** What comes is no answer. */
	BROKEN

}
