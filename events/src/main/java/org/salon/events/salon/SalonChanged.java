package org.salon.events.salon;

import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

/**
 * Something other than the time has changed.
 *
 * @param changed names of the fields of {@link SalonState} that differ
 * @param amendment present if it mends what was said of a past salon
 */
public record SalonChanged(SalonState salon, List<String> changed,
		@Nullable Amendment amendment) implements SalonEvent {

	public SalonChanged {
		Objects.requireNonNull(salon, "salon");
		changed = List.copyOf(changed);
	}

	public SalonChanged(SalonState salon, List<String> changed) {
		this(salon, changed, null);
	}

}
