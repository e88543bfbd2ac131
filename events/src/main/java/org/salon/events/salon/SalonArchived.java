package org.salon.events.salon;

import java.util.Objects;

/** A past salon, known from an import. Nobody is ever told of it by mail. */
public record SalonArchived(SalonState salon) implements SalonEvent {

	public SalonArchived {
		Objects.requireNonNull(salon, "salon");
	}

}
