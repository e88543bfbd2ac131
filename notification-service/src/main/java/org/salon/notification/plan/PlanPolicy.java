package org.salon.notification.plan;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

/**
 * When mails are due that nothing but the time brings about.
 *
 * @param feedbackAfter how long after the end those who came are asked how it was, and
 * those who were not seen are told that they were missed; absent, if never
 */
public record PlanPolicy(ReminderPolicy reminders, @Nullable Duration feedbackAfter) {

	/** Until how long after the end a mail looks back on a salon. */
	static final Duration LOOKS_BACK = Duration.ofDays(7);

	public PlanPolicy {
		if (feedbackAfter != null && (!feedbackAfter.isPositive() || feedbackAfter.compareTo(LOOKS_BACK) >= 0)) {
			throw new IllegalArgumentException("salon.feedback-after (SALON_FEEDBACK_AFTER) has to be longer than"
					+ " nothing and shorter than " + LOOKS_BACK.toDays() + " days: " + feedbackAfter);
		}
	}

}
