package org.salon.registration.registration;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.salon.events.registration.RegistrationStatus;

/**
 * Someone's place as the features beside this one see it.
 *
 * @param id the registration's
 * @param attendedAt when the person first came, if they did
 */
public record Visit(UUID id, int salonNumber, String name, RegistrationStatus status, @Nullable Instant attendedAt) {

	static Visit of(Registration registration) {
		return new Visit(registration.id(), registration.salonNumber(), registration.name(), registration.status(),
				registration.attendedAt());
	}

	/** Whether there is a seat for them. */
	public boolean isSeated() {
		return this.status == RegistrationStatus.REGISTERED;
	}

	public boolean hasCome() {
		return this.attendedAt != null;
	}

}
