package org.salon.events.salon;

import java.util.Objects;

/** The salon is open for registration. */
public record SalonAnnounced(SalonState salon) implements SalonEvent {

	public SalonAnnounced {
		Objects.requireNonNull(salon, "salon");
	}

}
