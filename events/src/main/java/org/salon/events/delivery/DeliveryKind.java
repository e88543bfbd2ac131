package org.salon.events.delivery;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;

/** Why a message is sent. A kind added later is read as {@link #OTHER}. */
public enum DeliveryKind {

	/** You hold a place. */
	CONFIRMATION,
	/** You are in line. */
	WAITLISTED,
	/** You moved from the line to a place. */
	PROMOTED,
	/** You gave the place back. */
	WITHDRAWN,
	/** The salon has another time. */
	RESCHEDULED,
	/** Something else about the salon has changed. */
	CHANGED,
	/** The salon is called off. */
	CANCELLED,
	/** The salon is near. */
	REMINDER,
	/** The replay can be had. */
	REPLAY,
	/** There is a new salon. */
	ANNOUNCEMENT,
	/** Please say that you signed up. */
	ADDRESS_CHECK,
	/** A seat came free: please say whether you take it. */
	SEAT_OFFERED,
	/** Please say that you want announcements. */
	SUBSCRIPTION_CHECK,
	/** You came: how was it? */
	FEEDBACK_REQUEST,
	/** You were not seen. */
	FOLLOW_UP,
	/** What an organiser wrote to those of a salon. */
	MESSAGE,

	@JsonEnumDefaultValue
	OTHER

}
