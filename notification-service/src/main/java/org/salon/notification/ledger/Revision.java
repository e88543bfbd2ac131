package org.salon.notification.ledger;

/** The state by which a mail was composed; what was composed by another is not sent. */
public record Revision(long salon, long registration, long member) {
}
