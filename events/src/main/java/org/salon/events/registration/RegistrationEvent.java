package org.salon.events.registration;

import org.salon.events.DomainEvent;

/** Something happened to a registration. */
public sealed interface RegistrationEvent extends DomainEvent permits MemberRegistered, RegistrationConfirmed,
		RegistrationCancelled, WaitlistPromoted, AttendanceRecorded, FeedbackGiven {

	/** The registration as it is after the event. */
	RegistrationState registration();

	@Override
	default String subject() {
		return "registration/" + registration().registrationId();
	}

	@Override
	default String key() {
		return registration().memberId().toString();
	}

}
