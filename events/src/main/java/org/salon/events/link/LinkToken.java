package org.salon.events.link;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

/**
 * What a link says.
 *
 * @param id of what it is about
 * @param generation a link of an older generation than the present one has been revoked
 * @param expiresAt from then on the link is void; whole seconds
 */
public record LinkToken(LinkPurpose purpose, UUID id, int generation, Instant expiresAt) {

	public LinkToken {
		Objects.requireNonNull(purpose, "purpose");
		Objects.requireNonNull(id, "id");
		Objects.requireNonNull(expiresAt, "expiresAt");
	}

}
