package org.salon.notification.plan;

/** Why a message is sent, and how it stands in the queue. */
public enum DeliveryKind {

	/** You hold a place. */
	CONFIRMATION(0),
	/** You are in line. */
	WAITLISTED(0),
	/** You moved from the line to a place. */
	PROMOTED(0),
	/** You gave the place back. */
	WITHDRAWN(0),
	/** The salon has another time. */
	RESCHEDULED(1),
	/** Something else about the salon has changed. */
	CHANGED(2),
	/** The salon is called off. */
	CANCELLED(1),
	/** The salon is near. */
	REMINDER(1),
	/** The replay can be had. */
	REPLAY(3);

	private final int priority;

	DeliveryKind(int priority) {
		this.priority = priority;
	}

	/**
	 * Lower goes first: someone waits for the answer to a form, so that no number of
	 * reminders or replays may stand before it.
	 */
	public int priority() {
		return this.priority;
	}

}
