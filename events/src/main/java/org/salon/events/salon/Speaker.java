package org.salon.events.salon;

import java.util.Objects;

import org.jspecify.annotations.Nullable;

/** Who speaks, and from where. */
public record Speaker(String name, @Nullable String affiliation) {

	public Speaker {
		Objects.requireNonNull(name, "name");
	}

}
