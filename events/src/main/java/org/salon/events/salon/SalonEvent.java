package org.salon.events.salon;

import org.salon.events.DomainEvent;

/** Something happened to a salon. */
public sealed interface SalonEvent extends DomainEvent
		permits SalonAnnounced, SalonRescheduled, SalonChanged, SalonCancelled, SalonArchived, ReplayPublished {

	/** The salon as it is after the event. */
	SalonState salon();

	@Override
	default String subject() {
		return "salon/" + salon().number();
	}

	@Override
	default String key() {
		return Integer.toString(salon().number());
	}

}
