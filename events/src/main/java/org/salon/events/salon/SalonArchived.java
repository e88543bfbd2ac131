package org.salon.events.salon;

import java.util.Objects;

import org.jspecify.annotations.Nullable;

/**
 * A past salon, known from an import. Nobody is ever told of it by mail.
 *
 * @param amendment present if it mends what was said of a past salon
 */
public record SalonArchived(SalonState salon, @Nullable Amendment amendment) implements SalonEvent {

	public SalonArchived {
		Objects.requireNonNull(salon, "salon");
	}

	public SalonArchived(SalonState salon) {
		this(salon, null);
	}

}
