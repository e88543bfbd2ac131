package org.salon.access.account;

import java.util.UUID;

/** Tells whether a session of an account still holds. */
@FunctionalInterface
public interface Generations {

	/** Whether nothing has ended the sessions of that generation. */
	boolean hold(UUID accountId, int generation);

}
