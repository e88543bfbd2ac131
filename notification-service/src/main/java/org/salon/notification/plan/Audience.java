package org.salon.notification.plan;

import org.salon.notification.registration.Registration;
import org.salon.notification.registration.Standing;

/** Who of those that signed up for a salon. */
public enum Audience {

	/** Who holds a place. */
	HOLDERS,
	/** Who is in line for one. */
	IN_LINE,
	/** Who had a place, or one in line, and gave it back. */
	CANCELLED,
	/** Who holds a place and was seen at the salon. */
	ATTENDED,
	/** Who holds a place and was not seen, as yet. */
	ABSENT;

	/** Whether that is one of them. The ledger asks the same of many at once. */
	boolean has(Registration place) {
		boolean holds = place.standing() == Standing.REGISTERED;
		return switch (this) {
			case HOLDERS -> holds;
			case IN_LINE -> place.standing() == Standing.WAITLISTED;
			case CANCELLED -> place.standing() == Standing.CANCELLED && place.held();
			case ATTENDED -> holds && place.attended();
			case ABSENT -> holds && !place.attended();
		};
	}

}
