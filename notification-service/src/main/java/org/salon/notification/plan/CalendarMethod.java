package org.salon.notification.plan;

import org.jspecify.annotations.Nullable;
import org.salon.notification.registration.Registration;
import org.salon.notification.registration.Standing;

/** What the calendar part of a mail asks the person's calendar to do. */
public enum CalendarMethod {

	/** The mail has no calendar part. */
	NONE,
	/** Enter the salon, or change the entry. */
	REQUEST,
	/** Take the entry out. */
	CANCEL;

	/** What the calendar part of such a mail is, after what the person was told last. */
	public static CalendarMethod of(DeliveryKind kind, Registration registration, @Nullable Told told) {
		boolean entered = told != null && told.calendar();
		return switch (kind) {
			case WITHDRAWN, CANCELLED -> entered ? CANCEL : NONE;
			case CONFIRMATION, PROMOTED -> REQUEST;
			case RESCHEDULED, CHANGED -> (registration.standing() == Standing.REGISTERED) ? REQUEST : NONE;
			// A reminder that went out in place of the confirmation carries its entry.
			case REMINDER -> entered ? NONE : REQUEST;
			case WAITLISTED, REPLAY, ADDRESS_CHECK, SEAT_OFFERED, SUBSCRIPTION_CHECK, ANNOUNCEMENT, FEEDBACK_REQUEST,
					FOLLOW_UP, MESSAGE, ORGANISER_DIGEST ->
				NONE;
		};
	}

	/** Whether the person's calendar has the entry after such a mail. */
	boolean entered(@Nullable Told before) {
		return switch (this) {
			case NONE -> before != null && before.calendar();
			case REQUEST -> true;
			case CANCEL -> false;
		};
	}

}
