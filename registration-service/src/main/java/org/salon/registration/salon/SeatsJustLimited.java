package org.salon.registration.salon;

import org.springframework.dao.ConcurrencyFailureException;

/** The salon got a limit in this very moment: the transaction is to be run again. */
public final class SeatsJustLimited extends ConcurrencyFailureException {

	SeatsJustLimited(int number) {
		super("salon " + number + " has just got a limit");
	}

}
