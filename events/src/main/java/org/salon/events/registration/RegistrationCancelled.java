package org.salon.events.registration;

import java.util.Objects;

/** The place was given back, or taken away. */
public record RegistrationCancelled(RegistrationState registration) implements RegistrationEvent {

	public RegistrationCancelled {
		Objects.requireNonNull(registration, "registration");
	}

}
