package org.salon.registration.feedback;

import java.time.Instant;

import org.salon.registration.registration.Visit;
import org.salon.registration.salon.SalonStage;
import org.salon.registration.salon.TimeWindow;

/** Whether someone can say now how a salon was, and if not, why. */
enum FeedbackState {

	/** The salon was called off. */
	CALLED_OFF,
	/** They neither hold a seat nor came. */
	NO_PLACE,
	/** It has not begun. */
	EARLY,
	/** It is too long ago. */
	OVER,
	/** Say it. */
	OPEN;

	static FeedbackState of(SalonStage stage, TimeWindow window, Visit visit, Instant now) {
		if (stage == SalonStage.CANCELLED) {
			return CALLED_OFF;
		}
		if (!visit.isSeated() && !visit.hasCome()) {
			return NO_PLACE;
		}
		if (window.isYetToOpen(now)) {
			return EARLY;
		}
		return window.isClosed(now) ? OVER : OPEN;
	}

}
