package org.salon.notification.ledger;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * What came of handing a message over, or of not doing so.
 *
 * @param attemptAt when to try again, where it is to be tried again
 * @param counted whether the attempt counts as one: not if the server took no mail at all
 * @param suppress whether the server said that there is no such address
 */
public record Settlement(Lease lease, LedgerState state, @Nullable String reason, @Nullable Instant attemptAt,
		boolean counted, boolean suppress) {

	public static Settlement sent(Lease lease) {
		return new Settlement(lease, LedgerState.SENT, null, null, true, false);
	}

	public static Settlement failed(Lease lease, String reason, boolean suppress) {
		return new Settlement(lease, LedgerState.FAILED, reason, null, true, suppress);
	}

	public static Settlement unknown(Lease lease, String reason, Instant attemptAt) {
		return new Settlement(lease, LedgerState.UNKNOWN, reason, attemptAt, true, false);
	}

	/** To be tried again; a message that the server may have stays such a one. */
	public static Settlement retry(Lease lease, String reason, Instant attemptAt) {
		return new Settlement(lease, lease.unknown() ? LedgerState.UNKNOWN : LedgerState.RETRY, reason, attemptAt, true,
				false);
	}

	/** As if it had never been taken up. */
	public static Settlement putBack(Lease lease, @Nullable String reason, Instant attemptAt) {
		LedgerState before = (lease.attempts() > 0) ? LedgerState.RETRY : LedgerState.PLANNED;
		return new Settlement(lease, lease.unknown() ? LedgerState.UNKNOWN : before, reason, attemptAt, false, false);
	}

	public static Settlement suppressed(Lease lease) {
		return new Settlement(lease, LedgerState.SUPPRESSED, "the address takes no mail", null, false, false);
	}

	/** The person did not want it any more, or was told by other means. */
	public static Settlement needless(Lease lease, String reason) {
		return new Settlement(lease, LedgerState.CANCELLED, reason, null, false, false);
	}

	public static Settlement gone(Lease lease) {
		return new Settlement(lease, LedgerState.CANCELLED, "there is nobody to write to any more", null, false, false);
	}

}
