package org.salon.events.registration;

import java.util.Objects;

/**
 * The person came to the salon: for the first time, by their own link or at the door; or,
 * without a time, did not, as was noted by mistake.
 */
public record AttendanceRecorded(RegistrationState registration) implements RegistrationEvent {

	public AttendanceRecorded {
		Objects.requireNonNull(registration, "registration");
	}

}
