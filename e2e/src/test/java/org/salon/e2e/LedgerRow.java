package org.salon.e2e;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/**
 * A message as notification-service's ledger has it.
 *
 * @param unknown whether it was not known for a while if the server had it
 * @param startsAt when its salon begins
 */
record LedgerRow(UUID id, String address, String state, String reason, int attempts, boolean unknown,
		Instant startsAt) {

	private static final Set<String> OPEN = Set.of("PLANNED", "LEASED", "SENDING", "RETRY", "UNKNOWN");

	/** Whether nothing more will be done. */
	boolean closed() {
		return !OPEN.contains(this.state);
	}

	/** Whether it says why it was not sent. */
	boolean explained() {
		return closed() && !this.state.equals("SENT") && !this.reason.isBlank();
	}

}
