package org.salon.events.salon;

import java.util.Objects;

import org.jspecify.annotations.Nullable;

/**
 * The replay and material of a salon can be had: they are the salon's links.
 *
 * @param correction whether this mends what was published before; then nobody is mailed
 * @param amendment present if it mends what was said of a past salon; without
 * {@code correction} all who had the replay by mail are told again, as the organiser
 * wished
 */
public record ReplayPublished(SalonState salon, boolean correction,
		@Nullable Amendment amendment) implements SalonEvent {

	public ReplayPublished {
		Objects.requireNonNull(salon, "salon");
	}

	public ReplayPublished(SalonState salon, boolean correction) {
		this(salon, correction, null);
	}

}
