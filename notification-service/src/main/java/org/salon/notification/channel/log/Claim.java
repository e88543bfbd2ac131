package org.salon.notification.channel.log;

import java.time.Instant;
import java.util.UUID;

import org.salon.notification.channel.plan.PostKind;
import org.salon.notification.salon.Salon;

/**
 * A post that is this instance's to make, for a while.
 *
 * @param fence rises with each claim: an older one's outcome does not count
 * @param unknowns how often it may have been posted already
 * @param salon as it is at this moment
 */
public record Claim(UUID id, long fence, PostKind kind, Instant dueAt, Instant notAfter, int attempts, int unknowns,
		Salon salon) {
}
