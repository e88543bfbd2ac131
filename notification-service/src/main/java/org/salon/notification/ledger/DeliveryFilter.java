package org.salon.notification.ledger;

import java.time.Instant;

import org.jspecify.annotations.Nullable;
import org.salon.notification.plan.DeliveryKind;

/**
 * Which messages to look at; what is absent does not matter.
 *
 * @param recipient an address, what its name begins with, or a member's id
 * @param from those due then or later
 * @param to those due before
 */
public record DeliveryFilter(@Nullable Integer salon, @Nullable String recipient, @Nullable DeliveryKind kind,
		@Nullable LedgerState state, @Nullable Instant from, @Nullable Instant to) {

	public DeliveryFilter(@Nullable Integer salon, @Nullable String recipient, @Nullable LedgerState state) {
		this(salon, recipient, null, state, null, null);
	}

}
