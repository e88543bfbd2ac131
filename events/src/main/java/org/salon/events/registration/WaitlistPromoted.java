package org.salon.events.registration;

import java.util.Objects;

/**
 * The first in line got a place, or is offered one: then it is pending until they accept.
 */
public record WaitlistPromoted(RegistrationState registration) implements RegistrationEvent {

	public WaitlistPromoted {
		Objects.requireNonNull(registration, "registration");
	}

}
