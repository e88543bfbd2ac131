package org.salon.events.salon;

import java.util.List;
import java.util.Objects;

/**
 * Something other than the time has changed.
 *
 * @param changed names of the fields of {@link SalonState} that differ
 */
public record SalonChanged(SalonState salon, List<String> changed) implements SalonEvent {

	public SalonChanged {
		Objects.requireNonNull(salon, "salon");
		changed = List.copyOf(changed);
	}

}
