package org.salon.events.salon;

import java.util.Objects;

/**
 * A past salon from an import has another number: the last event under the old one, until
 * another salon takes that. Under the new number it begins with {@link SalonArchived},
 * which may arrive before this.
 *
 * @param salon as it was under the old number
 * @param to the new number
 * @param toVersion with which the salon begins under the new number
 */
public record SalonRenumbered(SalonState salon, int to, long toVersion) implements SalonEvent {

	public SalonRenumbered {
		Objects.requireNonNull(salon, "salon");
	}

}
