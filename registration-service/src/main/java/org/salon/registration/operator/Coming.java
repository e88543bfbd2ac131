package org.salon.registration.operator;

import org.springframework.stereotype.Component;

import org.salon.registration.attendance.Turnout;
import org.salon.registration.attendance.Turnouts;
import org.salon.registration.feedback.FeedbackDesk;
import org.salon.registration.feedback.FeedbackResults;

/** Who came to a salon and what they said of it, as the console shows it. */
@Component
class Coming {

	private static final int COMMENTS = 100;

	private final Turnouts turnouts;

	private final FeedbackDesk feedback;

	Coming(Turnouts turnouts, FeedbackDesk feedback) {
		this.turnouts = turnouts;
		this.feedback = feedback;
	}

	View of(int number) {
		return new View(this.turnouts.of(number), this.feedback.results(number, 0, COMMENTS));
	}

	/** Both. */
	record View(Turnout turnout, FeedbackResults feedback) {
	}

}
