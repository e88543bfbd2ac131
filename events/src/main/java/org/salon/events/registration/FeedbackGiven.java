package org.salon.events.registration;

import java.util.Objects;

/**
 * The person said how the salon was, or said it anew. What they wrote stays with the
 * service that asked.
 *
 * @param stars 1 to 5
 */
public record FeedbackGiven(RegistrationState registration, int stars) implements RegistrationEvent {

	public FeedbackGiven {
		Objects.requireNonNull(registration, "registration");
		if (stars < 1 || stars > 5) {
			throw new IllegalArgumentException("stars must be 1 to 5");
		}
	}

}
