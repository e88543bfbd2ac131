package org.salon.events.salon;

import java.util.Objects;

/**
 * The replay and material of a salon can be had: they are the salon's links.
 *
 * @param correction whether this mends what was published before; then nobody is mailed
 */
public record ReplayPublished(SalonState salon, boolean correction) implements SalonEvent {

	public ReplayPublished {
		Objects.requireNonNull(salon, "salon");
	}

}
