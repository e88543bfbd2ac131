package org.salon.events.salon;

import java.time.Instant;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

/**
 * The salon has another time.
 *
 * @param amendment present if it mends what was said of a past salon
 */
public record SalonRescheduled(SalonState salon, Instant previousStartsAt, Instant previousEndsAt,
		@Nullable Amendment amendment) implements SalonEvent {

	public SalonRescheduled {
		Objects.requireNonNull(salon, "salon");
		Objects.requireNonNull(previousStartsAt, "previousStartsAt");
		Objects.requireNonNull(previousEndsAt, "previousEndsAt");
	}

	public SalonRescheduled(SalonState salon, Instant previousStartsAt, Instant previousEndsAt) {
		this(salon, previousStartsAt, previousEndsAt, null);
	}

}
