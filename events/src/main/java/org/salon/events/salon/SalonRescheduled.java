package org.salon.events.salon;

import java.time.Instant;
import java.util.Objects;

/** The salon has another time. */
public record SalonRescheduled(SalonState salon, Instant previousStartsAt,
		Instant previousEndsAt) implements SalonEvent {

	public SalonRescheduled {
		Objects.requireNonNull(salon, "salon");
		Objects.requireNonNull(previousStartsAt, "previousStartsAt");
		Objects.requireNonNull(previousEndsAt, "previousEndsAt");
	}

}
