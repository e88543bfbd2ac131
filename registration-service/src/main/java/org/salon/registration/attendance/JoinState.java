package org.salon.registration.attendance;

import java.time.Instant;

import org.salon.events.registration.RegistrationStatus;
import org.salon.registration.salon.SalonStage;
import org.salon.registration.salon.TimeWindow;

/** Whether someone can come to a salon now, and if not, why. */
enum JoinState {

	/** The salon is called off. */
	CALLED_OFF,
	/** The salon has ended. */
	OVER,
	/** The place was given back. */
	GIVEN_BACK,
	/** The place is one in line. */
	IN_LINE,
	/** The place is not confirmed, or the offered seat not accepted. */
	UNCONFIRMED,
	/** The doors are still closed. */
	EARLY,
	/** Come in. */
	OPEN;

	static JoinState of(SalonStage stage, TimeWindow doors, RegistrationStatus status, Instant now) {
		if (stage == SalonStage.CANCELLED) {
			return CALLED_OFF;
		}
		if (doors.isClosed(now)) {
			return OVER;
		}
		return switch (status) {
			case CANCELLED -> GIVEN_BACK;
			case WAITLISTED -> IN_LINE;
			case PENDING -> UNCONFIRMED;
			case REGISTERED -> doors.isYetToOpen(now) ? EARLY : OPEN;
		};
	}

}
