package org.salon.events.registration;

import java.util.Objects;

/** A person holds a place, a place in line, or has asked for the confirmation again. */
public record MemberRegistered(RegistrationState registration) implements RegistrationEvent {

	public MemberRegistered {
		Objects.requireNonNull(registration, "registration");
	}

}
