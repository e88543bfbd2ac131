package org.salon.events.registration;

import java.util.Objects;

/**
 * A pending registration was confirmed by its person, or an offered seat accepted.
 */
public record RegistrationConfirmed(RegistrationState registration) implements RegistrationEvent {

	public RegistrationConfirmed {
		Objects.requireNonNull(registration, "registration");
	}

}
