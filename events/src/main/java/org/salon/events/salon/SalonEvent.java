package org.salon.events.salon;

import org.jspecify.annotations.Nullable;

import org.salon.events.DomainEvent;

/** Something happened to a salon. */
public sealed interface SalonEvent extends DomainEvent permits SalonAnnounced, SalonRescheduled, SalonChanged,
		SalonCancelled, SalonArchived, ReplayPublished, SalonRenumbered {

	/** The salon as it is after the event. */
	SalonState salon();

	/** What it mends of a past salon; absent if it tells of something new. */
	default @Nullable Amendment amendment() {
		return null;
	}

	@Override
	default String subject() {
		return "salon/" + salon().number();
	}

	@Override
	default String key() {
		return Integer.toString(salon().number());
	}

}
