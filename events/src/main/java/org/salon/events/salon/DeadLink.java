package org.salon.events.salon;

import java.time.Instant;
import java.util.Objects;

/**
 * A link that leads nowhere, as far as can be told from outside.
 *
 * @param url the address, letter by letter as in the salon's links
 * @param reason what was found the last time
 * @param since the first of the checks in a row that found no page
 */
public record DeadLink(String url, DeadLinkReason reason, Instant since) {

	public DeadLink {
		Objects.requireNonNull(url, "url");
		Objects.requireNonNull(reason, "reason");
		Objects.requireNonNull(since, "since");
	}

}
