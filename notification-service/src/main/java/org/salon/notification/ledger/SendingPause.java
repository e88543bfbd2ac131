package org.salon.notification.ledger;

import java.time.Instant;

/** No mail is sent: since when, and who wanted it. */
public record SendingPause(Instant since, String by) {
}
