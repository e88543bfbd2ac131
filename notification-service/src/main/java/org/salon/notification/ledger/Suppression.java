package org.salon.notification.ledger;

import java.time.Instant;

/**
 * An address that no mail is sent to.
 *
 * @param reason in words for an operator
 */
public record Suppression(String address, String reason, Instant suppressedAt) {
}
