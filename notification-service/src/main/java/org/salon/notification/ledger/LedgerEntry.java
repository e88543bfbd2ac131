package org.salon.notification.ledger;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.salon.notification.plan.DeliveryKind;

/**
 * A row of the ledger, as the plan sees it.
 *
 * @param unknown whether the mail server may have it already
 * @param closedByPlan whether the plan closed it, and so may open it again
 */
record LedgerEntry(UUID id, @Nullable UUID registrationId, DeliveryKind kind, String occurrence, LedgerState state,
		boolean unknown, boolean closedByPlan, Instant notAfter, @Nullable String address) {

	UUID place() {
		return Objects.requireNonNull(this.registrationId, "registrationId");
	}

	/** Whether no mail server has seen it yet, and one still would. */
	boolean open() {
		return !this.unknown && (this.state == LedgerState.PLANNED || this.state == LedgerState.RETRY
				|| this.state == LedgerState.LEASED);
	}

	boolean mayReopen() {
		return this.closedByPlan && !this.unknown
				&& (this.state == LedgerState.CANCELLED || this.state == LedgerState.SUPPRESSED);
	}

}
