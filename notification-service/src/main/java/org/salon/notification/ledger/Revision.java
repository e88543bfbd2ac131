package org.salon.notification.ledger;

import org.jspecify.annotations.Nullable;

/**
 * The state by which a mail was composed; what was composed by another is not sent.
 *
 * @param salon the salon's version, of a mail that is about one
 * @param registration the place's version, of a mail that is about one
 */
public record Revision(@Nullable Long salon, @Nullable Long registration, long member) {
}
