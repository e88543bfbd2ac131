package org.salon.notification.plan;

/** Why a message is sent, and how it stands in the queue. */
public enum DeliveryKind {

	/** You hold a place. */
	CONFIRMATION(0),
	/** You are in line. */
	WAITLISTED(0),
	/** You moved from the line to a place. */
	PROMOTED(0),
	/** You gave the place back, or did not take the one offered. */
	WITHDRAWN(0),
	/** Please say that you signed up. */
	ADDRESS_CHECK(0),
	/** A seat came free: please say whether you take it. */
	SEAT_OFFERED(0),
	/** Please say that you want announcements. */
	SUBSCRIPTION_CHECK(0),
	/** The salon has another time. */
	RESCHEDULED(1),
	/** Something else about the salon has changed. */
	CHANGED(2),
	/** The salon is called off. */
	CANCELLED(1),
	/** The salon is near. */
	REMINDER(1),
	/** The replay can be had. */
	REPLAY(3),
	/** There is a new salon. */
	ANNOUNCEMENT(3),
	/** You came: how was it? */
	FEEDBACK_REQUEST(3),
	/** You were not seen. */
	FOLLOW_UP(3),
	/** What an organiser writes to those of a salon. */
	MESSAGE(2),
	/** To an organiser: the sign-ups of the day, and who comes. */
	ORGANISER_DIGEST(2);

	private final int priority;

	DeliveryKind(int priority) {
		this.priority = priority;
	}

	/**
	 * Lower goes first: someone waits for the answer to a form, so that no number of
	 * reminders, replays or announcements may stand before it.
	 */
	public int priority() {
		return this.priority;
	}

	/** Whether it may wait for the morning; an organiser chose the hour. */
	boolean mayWait() {
		return this.priority >= 2 && !toOrganiser();
	}

	/** Whether it is to an organiser, who is no member, and about no one salon. */
	public boolean toOrganiser() {
		return this == ORGANISER_DIGEST;
	}

	/** Whether the message asks for an answer without which nothing more is sent. */
	public boolean asks() {
		return this == ADDRESS_CHECK || this == SEAT_OFFERED || this == SUBSCRIPTION_CHECK;
	}

	/** Whether it is due some time after the end, and once, whenever that is. */
	public boolean looksBack() {
		return this == FEEDBACK_REQUEST || this == FOLLOW_UP;
	}

	/**
	 * Whether its person is to be told if what it says of the salon changes. Who has not
	 * confirmed the address is told by the confirmation.
	 */
	boolean commits() {
		return switch (this) {
			case CONFIRMATION, WAITLISTED, PROMOTED, WITHDRAWN, SEAT_OFFERED, RESCHEDULED, CHANGED, CANCELLED,
					REMINDER ->
				true;
			case ADDRESS_CHECK, SUBSCRIPTION_CHECK, REPLAY, ANNOUNCEMENT, FEEDBACK_REQUEST, FOLLOW_UP, MESSAGE,
					ORGANISER_DIGEST ->
				false;
		};
	}

}
