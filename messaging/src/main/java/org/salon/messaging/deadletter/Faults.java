package org.salon.messaging.deadletter;

import java.sql.SQLException;
import java.util.Arrays;

import org.jspecify.annotations.Nullable;

import org.springframework.core.NestedExceptionUtils;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.TransactionException;

import org.salon.events.UnreadableEvent;

/**
 * Tells a fault of the surroundings, which passes, from one of the event, which does not.
 */
public final class Faults {

	private Faults() {
	}

	/**
	 * Whether the database is away, full, or asks to try again: then nothing is given up.
	 */
	public static boolean passes(Throwable fault) {
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

	/**
	 * Why and where, without quoting data: the messages of the database and of parsers
	 * carry values, and values may be addresses. Only {@link UnreadableEvent} is known to
	 * quote none.
	 */
	public static String reason(Throwable fault) {
		if (fault instanceof UnreadableEvent) {
			return String.valueOf(fault.getMessage());
		}
		String state = sqlState(fault);
		return fault.getClass().getSimpleName() + ((state != null) ? ", SQL state " + state : "") + place(fault);
	}

	private static String place(Throwable fault) {
		return Arrays.stream(fault.getStackTrace())
			.filter((frame) -> frame.getClassName().startsWith("org.salon."))
			.findFirst()
			.map((frame) -> " at " + frame.getFileName() + ":" + frame.getLineNumber())
			.orElse("");
	}

	private static @Nullable String sqlState(Throwable fault) {
		Throwable root = NestedExceptionUtils.getMostSpecificCause(fault);
		return (root instanceof SQLException sql) ? sql.getSQLState() : null;
	}

}
