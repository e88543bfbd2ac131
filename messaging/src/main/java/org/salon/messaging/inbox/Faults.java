package org.salon.messaging.inbox;

import java.sql.SQLException;

import org.springframework.core.NestedExceptionUtils;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.TransactionException;

/**
 * Tells a fault of the surroundings, which passes, from one of the event, which does not.
 */
final class Faults {

	private Faults() {
	}

	/**
	 * Whether the database is away, full, or asks to try again: then nothing is given up.
	 */
	static boolean passes(Throwable fault) {
		if (fault instanceof DataAccessResourceFailureException || fault instanceof TransientDataAccessException
				|| fault instanceof RecoverableDataAccessException || fault instanceof TransactionException) {
			return true;
		}
		String state = sqlState(fault);
		// 08 connection, 53 resources (disk full), 57P operator intervention, 58 system,
		// 40 rollback
		return state != null && (state.startsWith("08") || state.startsWith("53") || state.startsWith("57P")
				|| state.startsWith("58") || state.startsWith("40"));
	}

	/** Why, without quoting data: the database's messages carry values. */
	static String reason(Throwable fault) {
		String state = sqlState(fault);
		if (fault instanceof DataAccessException) {
			return fault.getClass().getSimpleName() + ((state != null) ? ", SQL state " + state : "");
		}
		return fault.getClass().getSimpleName() + ": " + fault.getMessage();
	}

	private static @org.jspecify.annotations.Nullable String sqlState(Throwable fault) {
		Throwable root = NestedExceptionUtils.getMostSpecificCause(fault);
		return (root instanceof SQLException sql) ? sql.getSQLState() : null;
	}

}
