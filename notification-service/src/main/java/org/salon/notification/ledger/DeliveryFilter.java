package org.salon.notification.ledger;

import org.jspecify.annotations.Nullable;

/**
 * Which messages to look at; what is absent does not matter.
 *
 * @param recipient an address or a member's id
 */
public record DeliveryFilter(@Nullable Integer salon, @Nullable String recipient, @Nullable LedgerState state) {
}
