package org.salon.registration.link;

import org.salon.events.salon.DeadLinkReason;

/** What a check found. */
public enum Finding {

	/** An answer. */
	FOUND(Kind.GOOD),

	GONE(Kind.FAILURE), SERVER_ERROR(Kind.FAILURE), NO_SUCH_HOST(Kind.FAILURE), UNREACHABLE(Kind.FAILURE),
	TLS(Kind.FAILURE), TIMEOUT(Kind.FAILURE), REDIRECTS(Kind.FAILURE), BROKEN(Kind.FAILURE),

	/**
	 * The server does not want to say: a login is asked for, or programs are kept out.
	 */
	REFUSED(Kind.UNTOLD),
	/** The address, or one that it leads to, is not of the public internet. */
	NOT_PUBLIC(Kind.UNTOLD),
	/** The address, or one that it leads to, cannot be asked for. */
	UNREADABLE(Kind.UNTOLD),

	/** The server has too much to do, or we ask too often: that says nothing. */
	BUSY(Kind.LATER);

	private final Kind kind;

	Finding(Kind kind) {
		this.kind = kind;
	}

	Kind kind() {
		return this.kind;
	}

	/**
	 * The reason that others are told.
	 * @throws IllegalArgumentException of what is no failure
	 */
	DeadLinkReason reason() {
		return DeadLinkReason.valueOf(name());
	}

	/** What follows from it. */
	enum Kind {

		GOOD, FAILURE, UNTOLD, LATER

	}

}
