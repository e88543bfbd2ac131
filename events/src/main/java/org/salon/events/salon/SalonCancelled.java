package org.salon.events.salon;

import java.util.Objects;

/** The salon is called off. */
public record SalonCancelled(SalonState salon) implements SalonEvent {

	public SalonCancelled {
		Objects.requireNonNull(salon, "salon");
	}

}
